"""Incidents: information seen, lost or given without right. A register, and the letters that the law asks for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Any

from db.privacy.tables import Incident, Risk
from handlers.act import Field, Right, act, act_on
from handlers.acting import Acting, ActResult, refuse
from handlers.installation import Installation
from handlers.privacy.notice import responsible
from handlers.privacy.paper import Paper
from handlers.things import INCIDENT
from handlers.when import read_day
from messages import Text, text
from messages.sentences.planned import Tense

MOST = 30
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class IncidentLetters:
    """The two letters of an incident: to the Commission d'accès à l'information, and to the people concerned."""

    number: int
    commission: Paper
    people: Paper


@act(
    "privacy.incident",
    entry="privacy.incident",
    makes=INCIDENT,
    undone_by="privacy.change_incident",
    twin="privacy incident add",
)
async def note_incident(
    acting: Acting,
    what: Annotated[str, Field("What happened, in plain words, without anybody's name.")],
    *,
    happened: Annotated[str, Field("The day it happened, such as 2026-12-01.", "--happened")] = "",
) -> ActResult:
    """A new line of the register of incidents: found today, its risk still to be weighed."""
    if not what.strip():
        raise refuse("example-incident")
    incident = Incident(
        organisation_id=acting.organisation_id,
        what=what.strip()[:LONGEST],
        happened_on=_day(acting, happened) if happened.strip() else None,
        found_on=acting.today,
        noted_by=acting.actor.person_id,
        noted_at=acting.now,
    )
    acting.session.add(incident)
    await acting.session.flush()
    said = text("privacy-incident-noted", number=incident.id)
    return ActResult(said, facts(incident), made=incident)


@act("privacy.incidents", right=Right.ORGANISATION, twin="privacy incident list")
async def list_incidents(acting: Acting) -> ActResult:
    """The register of incidents, the latest first."""
    found = list(await acting.session.scalars(INCIDENT.visible(acting).order_by(Incident.id.desc()).limit(MOST)))
    data = {"incidents": [facts(incident) for incident in found]}
    if not found:
        return ActResult(text("privacy-no-incidents"), data)
    return ActResult(text("privacy-incidents", lines=[_line(incident) for incident in found]), data)


def _line(incident: Incident) -> Text:
    closed = "closed" if incident.closed_on else "open"
    state = text(f"privacy-incident-{closed}")
    return text("privacy-incident-line", number=incident.id, date=incident.found_on, what=incident.what, state=state)


@act_on(INCIDENT, "privacy.show_incident", right=Right.ORGANISATION, twin="privacy incident show")
async def show_incident(acting: Acting, incident: Incident) -> ActResult:
    """One incident, with what is still to be written down or done."""
    return ActResult(card(incident), facts(incident))


def card(incident: Incident) -> Text:
    lines: list[Text | str] = [_line(incident)]
    known = ("happened_on", "information", "people", "risk_why", "decision", "commission_told_on", "people_told_on")
    for name in known:
        if (value := getattr(incident, name)) not in (None, ""):
            lines.append(text(f"privacy-incident-{name.replace('_', '-')}", value=value))
    lines.append(text(f"privacy-incident-risk-{incident.risk.value}"))
    lines += [text(f"privacy-incident-missing-{one}") for one in still_to_do(incident)]
    return text("privacy-incident-card", lines=lines)


def still_to_do(incident: Incident) -> list[str]:
    """What the register or the law still wants: a risk, a date, a decision; notices when the risk is serious."""
    missing = [name for name in ("happened_on", "information", "people", "decision") if _empty(incident, name)]
    if incident.risk is Risk.UNKNOWN:
        missing.append("risk")
    if incident.risk is Risk.SERIOUS:
        missing += [name for name in ("commission_told_on", "people_told_on") if _empty(incident, name)]
    return [name.replace("_", "-") for name in missing]


def _empty(incident: Incident, name: str) -> bool:
    return getattr(incident, name) in (None, "")


def facts(incident: Incident) -> dict[str, Any]:
    names = ("what", "information", "people", "risk_why", "decision")
    days = ("happened_on", "found_on", "commission_told_on", "people_told_on", "closed_on")
    found: dict[str, Any] = {"number": incident.id, "risk": (incident.risk or Risk.UNKNOWN).value}
    found |= {name: getattr(incident, name) for name in names}
    found |= {name: day.isoformat() if (day := getattr(incident, name)) else None for name in days}
    return found | {"to_do": still_to_do(incident)}


@act_on(
    INCIDENT,
    "privacy.change_incident",
    right=Right.ORGANISATION,
    entry="privacy.changed_incident",
    undone_by="privacy.change_incident",
    twin="privacy incident change",
)
async def change_incident(
    acting: Acting,
    incident: Incident,
    *,
    what: Annotated[str, Field("What happened.", "--what")] = "",
    happened: Annotated[str, Field("The day it happened, such as 2026-12-01.", "--happened")] = "",
    found: Annotated[str, Field("The day it was found.", "--found")] = "",
    information: Annotated[str, Field("Which information: names, numbers, words...", "--information")] = "",
    concerned: Annotated[str, Field("How many people are concerned.", "--people")] = "",
    risk: Annotated[str, Field("The risk of serious harm: low or serious.", "--risk")] = "",
    why: Annotated[str, Field("Why this risk.", "--why")] = "",
    decision: Annotated[str, Field("What was decided and done.", "--decision")] = "",
    commission: Annotated[str, Field("The day the Commission was told.", "--commission")] = "",
    told: Annotated[str, Field("The day the people were told.", "--told")] = "",
    closed: Annotated[str, Field("The day it was closed.", "--closed")] = "",
) -> ActResult:
    """What is learned of an incident: each field given takes the place of what was written."""
    words = {"what": what, "information": information, "risk_why": why, "decision": decision}
    days = {
        "happened_on": happened,
        "found_on": found,
        "commission_told_on": commission,
        "people_told_on": told,
        "closed_on": closed,
    }
    changed: dict[str, Any] = {name: value.strip()[:LONGEST] for name, value in words.items() if value.strip()}
    changed |= {name: _day(acting, value) for name, value in days.items() if value.strip()}
    if concerned.strip():
        changed["people"] = _number(concerned)
    if risk.strip():
        changed["risk"] = _risk(risk)
    for name, value in changed.items():
        setattr(incident, name, value)
    if incident.closed_on and still_to_do(incident):
        raise refuse("privacy-incident-not-done", lines=[_missing(one) for one in still_to_do(incident)])
    return ActResult(card(incident), facts(incident), noted={"fields": ", ".join(sorted(changed))})


def _missing(name: str) -> Text:
    return text(f"privacy-incident-missing-{name}")


def _day(acting: Acting, written: str) -> dt.date:
    return read_day(
        written.strip(), acting.today, Tense.PAST, refuse("privacy-bad-day", day=written.strip()[:20] or "-")
    )


def _number(written: str) -> int:
    if not written.strip().isdecimal() or len(written.strip()) > 7:
        raise refuse("privacy-bad-number", written=written.strip()[:20])
    return int(written)


def _risk(written: str) -> Risk:
    known = {"low": Risk.LOW, "faible": Risk.LOW, "serious": Risk.SERIOUS, "grave": Risk.SERIOUS}
    found = known.get(written.strip().casefold())
    if found is None:
        raise refuse("privacy-bad-risk", written=written.strip()[:20])
    return found


@act_on(INCIDENT, "privacy.incident_letters", right=Right.ORGANISATION, twin="privacy incident letters")
async def write_letters(acting: Acting, incident: Incident) -> ActResult:
    """The letters of an incident, filled with what is known: `data["letters"]` is an `IncidentLetters`."""
    letters = IncidentLetters(
        incident.id,
        _to_commission(acting.installation, incident, acting.today),
        _to_people(acting.installation, incident, acting.today),
    )
    return ActResult(text("privacy-incident-letters-how", number=incident.id), {"letters": letters})


def _to_commission(installation: Installation, incident: Incident, today: dt.date) -> Paper:
    """What the regulation asks of the notice: Règlement sur les incidents de confidentialité (A-2.1, r. 3.1), s. 3."""
    asked = ("what", "happened", "found", "information", "people", "risk", "told", "measures")
    parts = [
        (text(f"privacy-commission-head-{one}"), (_filled(installation, f"privacy-commission-{one}", incident),))
        for one in asked
    ]
    return Paper(
        text("privacy-commission-title", date=today),
        (
            (None, (text("privacy-commission-first", organisation=installation.organisation, number=incident.id),)),
            (text("privacy-head-who"), responsible(installation)),
            *parts,
        ),
    )


def _to_people(installation: Installation, incident: Incident, today: dt.date) -> Paper:
    """What people are told: what, which information, what was done, what they can do, whom to call (the same, s. 5)."""
    asked = ("what", "information", "measures", "you")
    parts = [
        (text(f"privacy-told-head-{one}"), (_filled(installation, f"privacy-told-{one}", incident),)) for one in asked
    ]
    return Paper(
        text("privacy-told-title", organisation=installation.organisation, date=today),
        (
            (None, (text("privacy-told-first"),)),
            *parts,
            (text("privacy-head-who"), responsible(installation)),
        ),
    )


def _filled(installation: Installation, id: str, incident: Incident) -> Text:
    """The paragraph with those of its blanks that are known."""
    known = _known(incident)
    return Text(id, {name: known[name] for name in installation.catalogue.variables(id)})


BLANK = "________________"


def _known(incident: Incident) -> dict[str, object]:
    """What is written of it, and a blank to fill by hand where nothing is."""

    def or_blank(value: object) -> object:
        return BLANK if value in (None, "") else value

    return {
        "what": incident.what,
        "happened": or_blank(incident.happened_on),
        "found": incident.found_on,
        "information": or_blank(incident.information),
        "people": or_blank(incident.people),
        "risk": text(f"privacy-incident-risk-{incident.risk.value}"),
        "why": or_blank(incident.risk_why),
        "told": or_blank(incident.people_told_on),
        "decision": or_blank(incident.decision),
    }
