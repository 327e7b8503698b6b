"""The names that a coordinator's own document may hold, and what each says of a frozen version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from db.report.disclosure import Key, Mark
from db.report.facts import PlaceKind
from db.report.tables import ReportRun
from db.report.yearly import Report
from handlers.report.document import DocumentTable, Section, Value
from handlers.report.tables import value
from messages import Text, text

MECHANISM = {"kind": str(PlaceKind.MECHANISM)}
FIGURES: Mapping[str, Key] = MappingProxyType(
    {
        "rencontres_total": Key.of("R1", **MECHANISM),
        "rencontres_notees": Key.of("R2", **MECHANISM),
        "rencontres_avec": Key.of("R3.with", **MECHANISM),
        "rencontres_plusieurs": Key.of("R3.several", **MECHANISM),
        "rencontres_seule": Key.of("R3.alone", **MECHANISM),
        "rencontres_commentaires_seuls": Key.of("R3.words_only", **MECHANISM),
        "personnes_mecanisme": Key.of("R4", kind="mechanism"),
        "personnes_projet": Key.of("R4", kind="project"),
        "personnes_benevolat": Key.of("R4", kind="volunteering"),
        "presences": Key.of("R5", **MECHANISM),
        "presences_sur_place": Key.of("R5", **MECHANISM, mode="in_person"),
        "presences_distance": Key.of("R5", **MECHANISM, mode="remote"),
        "personnes_a_distance": Key("R7"),
        "delai_preparation": Key.of("R9.median", **MECHANISM),
        "rencontres_7_jours": Key.of("R9.seven_days", **MECHANISM),
        "delai_suivi": Key.of("R11.median", **MECHANISM),
        "commentaires": Key("R12"),
        "retenus": Key.of("R12", state="kept"),
        "non_retenus": Key.of("R12", state="not_kept"),
        "a_suivre": Key.of("R12", state="to_follow"),
        "en_attente": Key.of("R12", state="waiting"),
        "repondus_a_temps": Key("R13.in_time"),
        "offertes": Key("R14.offered"),
        "demandes_personnes": Key("R14.asked"),
        "allocation": Key("R15.allowance"),
        "verse": Key("R16.allowance"),
        "delai_paiement": Key("R16.to_paid"),
        "exceptions": Key("R17"),
        "formation": Key("R19.training"),
        "accompagnement": Key("R19.accompaniment"),
        "enveloppes": Key("R19.envelope"),
    }
)
ABOUT = (
    "annee",
    "debut",
    "fin",
    "organisme",
    "territoires",
    "connu_le",
    "arrete_le",
    "empreinte",
    "version",
    "brouillon",
)
WRITTEN: Mapping[str, str] = MappingProxyType(
    {"appris": "learned", "difficile": "hard", "change": "changed", "suite": "next"}
)
SENTENCES, CHARTS = 10, 8
# What may be gone through with `for`: the table, and the names of its columns, after `nom`.
ROWS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "rencontres": ("meetings", ("tenues", "notees", "avec", "plusieurs", "seule", "parole")),
        "instances": ("places", ("nature", "niveau", "territoire", "tenues")),
        "tarifs": ("rates", ("montant", "depuis")),
        "etapes": ("steps", ("rencontres", "personnes")),
        "echelle": ("ladder", ("personnes",)),
        "frais": ("money", ("montant", "personnes")),
        "besoins": ("needs", ("nommes", "regles")),
        "definitions": ("definitions", ("texte",)),
        "controles": ("controls", ("resultat",)),
    }
)
NAMES = frozenset(
    {
        *FIGURES,
        *ABOUT,
        *WRITTEN,
        *(f"phrase_{number}" for number in range(1, SENTENCES + 1)),
        *(f"graphique_{number}" for number in range(1, CHARTS + 1)),
    }
)


def named(
    organisation: str, report: Report, run: ReportRun, sections: tuple[Section, ...]
) -> dict[str, Value | Text | str]:
    """What each name says; charts apart, which are drawn."""
    said: dict[str, Value | Text | str] = {
        name: value(report.printed.cells.get(key, Mark.NOT_RECORDED)) for name, key in FIGURES.items()
    }
    said |= {
        "annee": str(report.year),
        "debut": text("report-date", date=report.year.first_day),
        "fin": text("report-date", date=report.year.last_day),
        "organisme": organisation,
        "territoires": ", ".join(sorted(_territories(report))),
        "connu_le": text("report-date", date=run.cut_at),
        "arrete_le": text("report-date", date=run.frozen_at),
        "empreinte": run.digest,
        "version": run.version,
        "brouillon": "",
    }
    said |= {name: report.texts.get(key) or text("report-not-recorded") for name, key in WRITTEN.items()}
    for number, section in enumerate(sections[:SENTENCES], 1):
        said[f"phrase_{number}"] = together(section.sentences)
    return said


def _territories(report: Report) -> set[str]:
    places = {dict(key.at).get("territory", "") for key in report.printed.cells}
    return places - {"", "not_recorded"}


def together(sentences: tuple[Text | str, ...]) -> Text | str:
    said: Text | str = ""
    for one in reversed(sentences):
        said = text("report-together", first=one, rest=said) if said else one
    return said


def rows_of(tables: Mapping[str, DocumentTable]) -> Iterator[tuple[str, list[dict[str, Value | Text | str]]]]:
    """For each name of a table, its lines: what each column holds, by its name. None of a table that is not printed."""
    for name, (table, columns) in ROWS.items():
        lines = tables[table].lines if table in tables else ()
        yield name, [{"nom": line.label, **dict(zip(columns, line.values, strict=True))} for line in lines]
