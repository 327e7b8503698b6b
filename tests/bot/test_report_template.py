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
    checked(fields("begin", " PAGE  \\* MERGEFORMAT ", "separate", "=3", "end"), SAID)
    checked(fields("begin", " NUM", "PAGES ", "separate", "=9", "end", "begin", "PAGE", "end"), SAID)


def fields(*pieces: str, strict: bool = False) -> bytes:
    """A paragraph of fields: "begin", "separate" and "end", the pieces of an instruction, a result after "="."""
    made = docx.Document()
    paragraph = made.add_paragraph("Ici {{ annee }} ")
    for piece in pieces:
        turns = piece in ("begin", "separate", "end")
        part = OxmlElement("w:fldChar" if turns else "w:t" if piece.startswith("=") else "w:instrText")
        if turns:
            part.set(qn("w:fldCharType"), piece)
        else:
            part.text = piece.removeprefix("=")
        paragraph.add_run()._r.append(part)
    file = io.BytesIO()
    made.save(file)
    return rewritten(file.getvalue(), renamed) if strict else file.getvalue()


def renamed(parts: dict[str, bytes]) -> None:
    """An instruction in Word's other namespace, that of "strict" documents."""
    parts["word/document.xml"] = (
        parts["word/document.xml"]
        .replace(b"<w:instrText>", b'<s:instrText xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main">')
        .replace(b"</w:instrText>", b"</s:instrText>")
    )


DDE = ' DDEAUTO c:\\windows\\cmd "/c calc" '


def parts_of_dde(encoding: str = "utf-8") -> bytes:
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    words = f"<?xml version='1.0' encoding='{encoding}'?><w:x {name}><w:instrText>{DDE}</w:instrText></w:x>"
    return words.encode(encoding)


@pytest.mark.parametrize(
    "content",
    [
        fields("begin", " PAGE ", "begin", DDE, "end", "end"),
        fields("begin", " PAGE ", "separate", "begin", DDE, "separate", "=0", "end", "end"),
        fields("begin", " PAGE ", "separate", DDE, "end"),
        fields("begin", " PAGE ", "separate", ' INCLUDETEXT "/etc/passwd" ', "end"),
        fields("begin", " PAGE ", "begin", " {{ annee }} ", "end", "end"),
        fields("begin", "begin", "PAGE", "end", DDE, "end"),
        fields("begin", " PAGE ", DDE, "end"),
        fields("begin", ' PAGE "{{ annee }}" ', "end"),
        fields("begin", " PA", "GE", "DDE", "AUTO x", "end"),
        fields("begin", " PAGE ", "end", DDE),
        fields("begin", " PAGE ", "begin", DDE),
        fields("end", "begin", "begin", "separate", DDE),
        fields("begin", ' IF 1 = 1 "a" ', "end"),
        fields("begin", DDE, "end", strict=True),
        rewritten(document("x"), lambda parts: parts.update({"word/comments.xml": parts_of_dde()})),
        rewritten(document("x"), lambda parts: parts.update({"word/endnotes.xml": parts_of_dde("utf-16")})),
    ],
)
def test_every_instruction_is_looked_at_however_fields_stand_in_one_another(content: bytes) -> None:
    assert "un champ Word (" in refusal(content)


def within(xml: bytes) -> bytes:
    """A document whose body holds this too."""
    names = (
        b'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" '
        b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    )
    held = b"<w:p %s>%s</w:p><w:sectPr" % (names, xml)
    return rewritten(
        document("x"),
        lambda parts: parts.update({"word/document.xml": parts["word/document.xml"].replace(b"<w:sectPr", held, 1)}),
    )


def led_out(link: bytes) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", link + b"</Relationships>")

    return rewritten(document("x"), change)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (within(b"<w:altChunk/>"), "un programme ou un objet collé"),
        (within(b"<w:object><o:OLEObject/></w:object>"), "un programme ou un objet collé"),
        (within(b"<w:r><w:pict><v:imagedata src='http://x.example/a.png'/></w:pict></w:r>"), "renvoie à l'extérieur"),
        (within(b"<w:r><w:rPr><w:color w:val='{{ annee }}'/></w:rPr></w:r>"), "à un endroit où on ne peut pas"),
        (with_part("word/settings2.xml", b"<a><mailMerge/></a>"), "un programme ou un objet collé"),
        (with_part("word/a.html", b"<script/>"), "un programme ou un objet collé"),
        (led_out(b'<Relationship Id="r9" Type="t" Target="x" TargetMode="&#69;xternal"/>'), "renvoie à l'extérieur"),
        (led_out(b'<Relationship Id="r9" Type="t" Target="file:///etc/passwd"/>'), "renvoie à l'extérieur"),
        (with_part("docProps/core.xml", b"<a><b>{{ a.b }}</b></a>"), "aucun tableau ne s'appelle « a » ici"),
        (
            with_part("docProps/core.xml", b"<a><b>{{ anee }}</b></a>"),
            "Vouliez-vous « annee »? (propriétés du fichier)",
        ),
        (with_part("word/comments.xml", b"<a"), "Ce n'est pas un document Word"),
    ],
)
def test_what_would_fetch_or_run_something_is_refused_in_words(content: bytes, said: str) -> None:
    assert said in refusal(content)


def test_a_document_that_lacks_a_part_is_refused_in_words() -> None:
    lacking = led_out(b'<Relationship Id="r9" Type="http://t.example/header" Target="header9.xml"/>')
    said = refusal(lacking)
    assert "abîmé" in said
    assert "Error" not in said


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
    assert "Concertation : Rencontres : 5" in named.get("descr")


def test_the_file_of_the_report_is_made_with_it() -> None:
    own = bytes_of(Form.DOCX, DOCUMENT, RUN.printed, SAID, document("Chez nous : {{ personnes_mecanisme }}"))
    assert "Chez nous : 6" in words_of(own)
    assert docx.Document(io.BytesIO(own)).core_properties.author == ""
    assert DOCUMENT.foot is not None
    assert RUN.digest[:8] in words_of(own)
