"""`portevoix report`: the files of a frozen year; the rest is made from the acts."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.cli.acting import AS, JSON, Stop, run_act, say, settings_or_stop, stop
from bot.cli.generated import add_twins
from bot.letters import letters_pdf
from bot.report import Form, ReportWords, bytes_of
from bot.settings import Settings
from bot.spreadsheets import Target
from db.people import Person
from handlers.acting import Acting, ActResult, Refused
from handlers.digest.letters import Letter
from handlers.report import acts, reading, templates
from messages import text
from messages.catalogue import Catalogue

app = typer.Typer(help="The yearly report: its figures, frozen, corrected, and its files.")

YEAR = typer.Option("", "--year", help="The year, such as 2026-2027.")
TO = typer.Option(Path("bilan"), "--to", help="The folder where the files go.")
HTML = typer.Option(False, "--html", help="A page with its charts.")
XLSX = typer.Option(False, "--xlsx", help="A workbook, one sheet a table.")
DOCX = typer.Option(False, "--docx", help="A document for a word processor.")
FIGURES = typer.Option(False, "--json", help="The figures, whose SHA-256 is the fingerprint; and say what was done so.")
LANGUAGE = typer.Option("", "--language", help="fr or en; the installation's by default.")


@app.callback(invoke_without_command=True)
def report(
    context: typer.Context,
    year: str = YEAR,
    to: Path = TO,
    html: bool = HTML,
    xlsx: bool = XLSX,
    docx: bool = DOCX,
    as_json: bool = FIGURES,
    language: str = LANGUAGE,
    acting_as: str = AS,
) -> None:
    """The files of the last frozen version of a year: those asked for, else all four."""
    if context.invoked_subcommand is None:
        files(year, to, html, xlsx, docx, as_json, language, acting_as)


@app.command("files")
def files(
    year: str = YEAR,
    to: Path = TO,
    html: bool = HTML,
    xlsx: bool = XLSX,
    docx: bool = DOCX,
    as_json: bool = FIGURES,
    language: str = LANGUAGE,
    acting_as: str = AS,
) -> None:
    """The files of the last frozen version of a year: those asked for, else all four."""
    wanted = {Form.HTML: html, Form.XLSX: xlsx, Form.DOCX: docx, Form.JSON: as_json}
    forms = [form for form, asked in wanted.items() if asked] or list(Form)

    async def act(acting: Acting) -> ActResult:
        if language and language not in acting.installation.catalogue.languages:
            raise Stop(text("shell-bad-language", language=language[:20]), 2)
        return await acts.export(acting, acts.year_read(acting, year))

    done = run_act(act, acting_as=acting_as, as_json=as_json, quiet=True)
    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    made = _written(settings, catalogue, done, to, forms, language or settings.default_language)
    names = [str(one) for one in made]
    facts = {name: done.data[name] for name in ("year", "version", "digest")}
    said = text("report-files", year=facts["year"], version=facts["version"], files=names)
    say(catalogue, settings, ActResult(said, {**facts, "files": names}), as_json)


def _written(
    settings: Settings, catalogue: Catalogue, done: ActResult, to: Path, forms: list[Form], language: str
) -> list[Path]:
    said = ReportWords(catalogue, language)
    document, printed = done.data["document"], done.data["printed"]
    made = []
    try:
        to.mkdir(parents=True, exist_ok=True)
        for form in forms:
            path = to / f"bilan-{document.year}-v{document.version}.{form}"
            with Target(str(path)) as file:
                file.write(bytes_of(form, document, printed, said, done.data["template"]))
            made.append(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        stop(catalogue, settings, text("report-cannot-write", file=str(to), reason=reason))
    return made


@app.command("chapter")
def chapter(
    year: str = YEAR,
    to: Path = typer.Option(Path("lettres"), "--to", help="The folder where the PDF file goes."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """The chapter on paper, one letter for each person who reads it so."""

    async def act(acting: Acting) -> ActResult:
        done = await reading.letters(acting, acts.year_read(acting, year))
        people = [_letter(acting, person, words) for person, words in done.data["letters"]]
        facts = {
            "file": str(_printed(to, f"chapitre-{acts.year_read(acting, year)}.pdf", people)),
            "people": len(people),
        }
        return ActResult(text("report-letters-made", **facts), facts, shows=done.shows)

    run_act(act, acting_as=acting_as, as_json=as_json)


def _printed(folder: Path, name: str, people: list[Letter]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(letters_pdf(people))
    return path


def _letter(acting: Acting, person: Person, words: dict[str, str]) -> Letter:
    lines = tuple(line.strip() for line in person.postal_address.splitlines() if line.strip())
    return Letter(
        person.id,
        person.name,
        lines,
        person.language,
        words["date"],
        words["greeting"],
        ((words["heading"], words["words"]), ("", words["ask"])),
        words["closing"],
        acting.installation.organisation,
    )


template = typer.Typer(help="The Word document of the report: your own, or the house's.", no_args_is_help=True)
app.add_typer(template, name="template")


@template.command("start")
def start(
    to: Path = typer.Argument(Path("modele-bilan.docx"), help="The file to write."), language: str = LANGUAGE
) -> None:
    """A Word document to begin with: every section, table and chart, to be changed in a word processor."""
    from bot.report.template import started  # a word processor's library is slow to import

    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    _write(catalogue, settings, to, started(ReportWords(catalogue, language or settings.default_language)))
    say(catalogue, settings, ActResult(text("report-template-started", file=str(to)), {"file": str(to)}), False)


@template.command("keep")
def keep(
    path: Path = typer.Argument(..., help="The Word document (.docx)."),
    trial: Path | None = typer.Option(None, "--try", help="Keep nothing: fill it with a fictional region, here."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Check a Word document name by name, and keep it; --try shows what it makes, and keeps nothing."""
    from bot.report.template import checked

    settings = settings_or_stop()
    catalogue = Catalogue.open(zone=settings.timezone)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        stop(catalogue, settings, text("restore-cannot-read", file=str(path), reason=reason))
    try:
        tried = checked(content, ReportWords(catalogue, settings.default_language))
    except Refused as refused:
        stop(catalogue, settings, refused.reason)
    if trial is not None:
        _write(catalogue, settings, trial, tried)
        say(
            catalogue,
            settings,
            ActResult(text("report-template-tried", file=str(trial)), {"file": str(trial)}),
            as_json,
        )
        return

    async def act(acting: Acting) -> ActResult:
        return await templates.keep_template(acting, path.name, content)

    run_act(act, acting_as=acting_as, as_json=as_json)


def _write(catalogue: Catalogue, settings: Settings, path: Path, content: bytes) -> None:
    try:
        with Target(str(path)) as file:
            file.write(content)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        stop(catalogue, settings, text("report-cannot-write", file=str(path), reason=reason))


add_twins(template, "report template")
add_twins(app, "report")
