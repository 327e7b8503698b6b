"""A coordinator's own Word document: what is refused, in words and with its place; what is filled, and with what."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.report import Form, ReportWords, bytes_of
from bot.report.template import checked, filled, started
from handlers.acting import Refused
from handlers.report.names import NAMES, ROWS
from tests.bot.test_report_files import DOCUMENT, RUN
from tests.support.env import catalogue

SAID = ReportWords(catalogue(), "fr")


def document(*paragraphs: str, header: str = "") -> bytes:
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def rewritten(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def words_of(content: bytes) -> str:
    made = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    heads = [paragraph.text for paragraph in made.sections[0].header.paragraphs]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells, *heads])


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        checked(content, SAID)
    return SAID.words(refused.value.reason)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{{ rencontre_total }}", "« rencontre_total » n'existe pas. Vouliez-vous « rencontres_total »?"),
        ("{{ budget_secret }}", "« budget_secret » n'existe pas."),
        ("{{ annee.__class__ }}", "on met un nom et rien d'autre"),
        ("{{ ''.__class__.__mro__ }}", "on met un nom et rien d'autre"),
        ("{{ annee|upper }}", "on met un nom et rien d'autre"),
        ("{{ annee() }}", "on met un nom et rien d'autre"),
        ("{{ presences + 1 }}", "on met un nom et rien d'autre"),
        ("{% set x = annee %}", "on met un nom et rien d'autre"),
        ("{% include 'autre' %}", "on met un nom et rien d'autre"),
        ("{% for l in etapes.rows %}{{ l.nom }}", "il manque {% endfor %}"),
        ("{% for l in etape.rows %}{{ l.nom }}{% endfor %}", "Vouliez-vous « etapes.rows »?"),
        ("{% for l in etapes.rows %}{{ l.personne }}{% endfor %}", "Vouliez-vous « l.personnes »?"),
        ("{{ l.nom }}", "aucun tableau ne s'appelle « l » ici"),
        ("{% endif %}", "ne ferme rien"),
        ("{{ annee", "Des accolades ne vont pas par deux"),
        ("{# annee #}", "Des accolades ne vont pas par deux"),
    ],
)
def test_what_cannot_be_filled_is_named_with_its_place(words: str, said: str) -> None:
    found = refusal(document("Bonjour.", words))
    assert said in found
    assert "(texte, paragraphe 2)" in found
    assert "celui d'avant sert encore" in found


def test_every_fault_is_told_at_once_wherever_it_is() -> None:
    found = refusal(document("{{ anee }}", "{{ annee }}", "{{ presence }}", header="{{ organism }}"))
    assert [place in found for place in ("texte, paragraphe 1", "texte, paragraphe 3", "en-tête, paragraphe 1")] == [
        True
    ] * 3
    assert "texte, paragraphe 2" not in found


def test_a_name_that_word_cut_in_pieces_is_one_name() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("{{ rencontres")
    paragraph.add_run("_to").underline = True
    paragraph.add_run("tal }}")
    file = io.BytesIO()
    made.save(file)
    assert "{{" not in words_of(checked(file.getvalue(), SAID))


def field(code: str) -> bytes:
    made = docx.Document()
    run = made.add_paragraph("Ici ").add_run()
    instruction = OxmlElement("w:instrText")
    instruction.text = code
    run._r.append(instruction)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    return rewritten(document("x"), lambda parts: parts.update({name: data}))


def linked(parts: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    link = b'<Relationship Id="rId99" Type="t" Target="http://x.example/a.png" TargetMode="External"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", link)


def defined(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:document", b'<!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document', 1
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "Ce n'est pas un document Word"),
        (b"", "Ce n'est pas un document Word"),
        (document("x")[:900], "Ce n'est pas un document Word"),
        (b"x" * 2_000_001, "trop gros"),
        (with_part("word/vbaProject.bin", b"x"), "un programme ou un objet collé"),
        (with_part("word/embeddings/a.xlsx", b"x"), "un programme ou un objet collé"),
        (with_part("word/media/vide.xml", b" " * 20_000_001), "trop de choses une fois ouvert"),
        (with_part("word/comments.xml", b"<a>{{ annee }}</a>"), "à un endroit où on ne peut pas le remplir"),
        (rewritten(document("x"), linked), "renvoie à l'extérieur"),
        (rewritten(document("x"), defined), "Ce n'est pas un document Word"),
        (field(' DDEAUTO c:\\\\windows "cmd" '), "un champ Word (DDEAUTO)"),
        (field(" INCLUDETEXT x "), "un champ Word (INCLUDETEXT)"),
    ],
)
def test_a_file_that_is_no_plain_document_is_refused(content: bytes, said: str) -> None:
    assert said in refusal(content)


def test_page_numbers_are_allowed() -> None:
    checked(field(" PAGE "), SAID)


def test_more_than_two_hundred_parts_are_refused() -> None:
    many = rewritten(document("x"), lambda parts: parts.update({f"word/media/{n}.xml": b"<a/>" for n in range(201)}))
    assert "trop de choses" in refusal(many)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_document_to_begin_with_is_one_that_is_kept(language: str) -> None:
    said = ReportWords(catalogue(), language)
    assert "{" not in words_of(checked(started(said), said))


def test_every_name_is_filled_and_what_is_hidden_says_so() -> None:
    names = sorted(NAMES)
    own = filled(document(*(f"{name} = {{{{ {name} }}}}" for name in names)), DOCUMENT, SAID)
    said = dict(re.findall(r"^(\w+) = (.*)$", words_of(own), re.MULTILINE))
    assert sorted(said) == names
    assert said["rencontres_total"] == "5"
    assert said["presences_sur_place"] == "masqué"
    assert said["formation"] == "non consigné"
    assert said["allocation"].replace("\u00a0", " ") == "460 $"
    assert said["organisme"] == "Alliance <de la> Vallée & Rives"
    assert said["appris"].startswith("=1+1 <script>")
    assert RUN.digest == said["empreinte"]


def test_a_table_has_a_line_for_each_of_its_lines() -> None:
    loops = [f"{{% for l in {name}.rows %}}[{name} {{{{ l.nom }}}}]{{% endfor %}}" for name in ROWS]
    words = words_of(filled(document(*loops), DOCUMENT, SAID))
    lines = {name: len(table.lines) for name, table in DOCUMENT.tables.items()}
    assert [words.count(f"[{name} ") for name in ROWS] == [lines.get(table, 0) for table, _ in ROWS.values()]
    assert "rates" not in lines  # none was set in that region: its rows are none, and no fault


def test_a_choice_leaves_out_what_is_empty() -> None:
    words = words_of(
        filled(document("{% if brouillon %}Brouillon{% else %}Version {{ version }}{% endif %}"), DOCUMENT, SAID)
    )
    assert "Version 1" in words
    assert "Brouillon" not in words


def test_a_chart_says_its_figures_to_whoever_does_not_see_it() -> None:
    made = docx.Document(io.BytesIO(filled(document("{{ graphique_1 }}"), DOCUMENT, SAID)))
    (named,) = list(made.element.iter(qn("wp:docPr")))
    assert "Concertation : 5" in named.get("descr")


def test_the_file_of_the_report_is_made_with_it() -> None:
    own = bytes_of(Form.DOCX, DOCUMENT, RUN.printed, SAID, document("Chez nous : {{ personnes_mecanisme }}"))
    assert "Chez nous : 6" in words_of(own)
    assert docx.Document(io.BytesIO(own)).core_properties.author == ""
    assert DOCUMENT.foot is not None
    assert RUN.digest[:8] in words_of(own)
