"""Every message of every language keeps the promises made to the people who read it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from handlers.people.menu import OWN_WORDS
from messages.catalogue import FALLBACK, FOLDER, Catalogue
from messages.ftl import CatalogueEntry
from messages.keywords import fold
from messages.keywords.understand import understand
from messages.plain_french import forbidden
from messages.sms_text import prepare
from messages.types import Channel, Text
from tests.conventions.catalogue_samples import samples, written_words
from tests.support.env import catalogue

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "bot" / "demo" / "data"
CATALOGUE = catalogue()
COMPLETE = ("fr", "en")
NOT_FOR_PHONES = "### Not for basic phones"  # first line of a file whose messages never leave by SMS

# Words that Twilio acts upon by itself when they are the whole message: a prompt that invites one loses the answer.
RESERVED = "YES|CANCEL|END|QUIT|START|UNSTOP|HELP|INFO|STOPALL|UNSUBSCRIBE|REVOKE|OPTOUT|OPT-OUT"
INVITED = re.compile(
    rf"\b(?:{RESERVED})\b|\b(?i:reply|answer|text|write|type|send|say)\s+[\"“']?(?i:yes|cancel|end|quit|help|info)\b"
)
# START and UNSTOP may be told to someone stopped on Twilio's side: only that word brings them back.
WAY_BACK = re.compile(r"way-back|start|unstop|stopped|blocked|resume|come-back|return")

CAPITALS = re.compile(r"(?<![-_/.\w])[A-ZÀ-Þ]{2,}(?:[ -][A-ZÀ-Þ]{2,})*(?![-_/\w])")
NAMES = {"MRC", "CLSC", "COCO", "SMS", "MMS", "PIN", "QR", "PDF", "CSV", "ID", "START", "UNSTOP", "SOS"}  # no keywords

PROPOSE = "proposer"  # the digest's own word, read by its pattern

ANSWERS = "\n1 oui\n2 non"  # what most questions end with

GENDERED = re.compile(
    r"\w\((?:e|es|ne|nes|le|les|ère|trice|euse)\)|\w·\w|\w\.e\.?s?\b|\bil/elle\b|\w/(?:e|trice|ère|euse)s?\b"
)
FAMILIAR = re.compile(r"\b(?:tu|toi|tes|ta)\b|\bt['’](?=[aeiouyhéè])", re.IGNORECASE)
PICTURES = re.compile(r"[\u2600-\u27bf\U0001f000-\U0001faff]")


def entries(language: str) -> Iterator[CatalogueEntry]:
    yield from (CATALOGUE.entry(id, language) for id in CATALOGUE.ids(language))


def leaves_by_sms(entry: CatalogueEntry) -> bool:
    return not (FOLDER / entry.file).read_text(encoding="utf-8").startswith(NOT_FOR_PHONES)


def said(entry: CatalogueEntry, language: str, channel: Channel) -> tuple[str, ...]:
    """The message with its longest values, once for each branch."""
    return said_of(entry.id, language, channel)


@cache
def said_of(id: str, language: str, channel: Channel) -> tuple[str, ...]:
    entry = CATALOGUE.entry(id, language)
    return tuple(CATALOGUE.text(Text(id, args), language, channel) for args in samples(entry.message, entry.variables))


def told(problems: list[str]) -> str:
    return "\n" + "\n".join(problems)


def test_every_message_is_read_and_refers_to_what_exists() -> None:
    assert Catalogue.load().languages == CATALOGUE.languages  # a mistake raises, with its file and its id


@pytest.mark.parametrize("language", [language for language in COMPLETE if language != FALLBACK])
def test_every_message_exists_in_the_complete_languages(language: str) -> None:
    missing = [f"{CATALOGUE.file_of(id)}: {id} is not in {language}" for id in CATALOGUE.missing(language)]
    assert not missing, told(missing)


@pytest.mark.parametrize("language", [language for language in CATALOGUE.languages if language != FALLBACK])
def test_a_translation_has_the_ids_and_the_variables_of_the_french(language: str) -> None:
    french = set(CATALOGUE.ids())
    problems = [f"{entry.file}: {entry.id} is not in French" for entry in entries(language) if entry.id not in french]
    for entry in entries(language):
        if entry.id in french and entry.variables != CATALOGUE.variables(entry.id):
            wanted = sorted(CATALOGUE.variables(entry.id))
            problems.append(f"{entry.file}: {entry.id} has {sorted(entry.variables)}, French has {wanted}")
    assert not problems, told(problems)


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_every_message_can_be_said_on_every_channel(language: str) -> None:
    for entry in entries(language):
        for channel in Channel:
            assert all(words.strip() for words in said(entry, language, channel)), entry.id


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_every_sms_fits_its_segments_for_the_longest_names(language: str) -> None:
    problems = []
    for entry in filter(leaves_by_sms, entries(language)):
        for words in said(entry, language, Channel.SMS):
            sms = prepare(words + ANSWERS if words.endswith("?") else words)
            if sms.segments > entry.segments:
                problems.append(
                    f"{entry.file}: {entry.id} takes {sms.segments} segments, {sms.characters} characters: {sms.text}"
                )
            if sms.encoding != "GSM-7" and sms.segments > 1:
                problems.append(f"{entry.file}: {entry.id} leaves as {sms.encoding}: {sms.text}")
    assert not problems, told(problems)


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_no_prompt_invites_a_word_that_twilio_acts_upon(language: str) -> None:
    problems = []
    for entry in filter(leaves_by_sms, entries(language)):
        for words in said(entry, language, Channel.SMS):
            if (found := INVITED.search(words)) and not WAY_BACK.search(entry.id):
                problems.append(f"{entry.file}: {entry.id} invites {found.group()!r}: {words}")
    assert not problems, told(problems)


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_every_word_in_capitals_is_one_that_the_program_understands(language: str) -> None:
    problems = [
        f"{entry.file}: {entry.id} names {found}"
        for entry in filter(leaves_by_sms, entries(language))
        for found in CAPITALS.findall(" ".join(written_words(entry.message)))
        if not is_known(found)
    ]
    assert not problems, told(problems)


@pytest.mark.parametrize("path", sorted(DEMO.iterdir()), ids=lambda path: path.name)
def test_every_word_in_capitals_of_the_demo_is_one_that_the_program_understands(path: Path) -> None:
    unknown = [found for found in CAPITALS.findall(path.read_text(encoding="utf-8")) if not is_known(found)]
    assert not unknown


def is_known(found: str) -> bool:
    """A keyword, a word some topic answers to, or a name."""
    if fold(found) in OWN_WORDS or understand(found).keyword or fold(found) == PROPOSE:
        return True
    return all(word in NAMES or understand(word).keyword for word in re.split("[ -]", found))


@pytest.mark.parametrize("language", CATALOGUE.languages)
def test_no_message_labels_anyone(language: str) -> None:
    problems = []
    for entry in entries(language):
        for channel in (Channel.SMS, Channel.TELEGRAM):
            for words in said(entry, language, channel):
                problems += [f"{entry.file}: {entry.id} says {advice.words!r}" for advice in forbidden(words)]
    assert not problems, told(problems)


@pytest.mark.parametrize(
    ("rule", "language"), [(GENDERED, "fr"), (FAMILIAR, "fr"), *((PICTURES, name) for name in COMPLETE)]
)
def test_words_suit_everyone(rule: re.Pattern[str], language: str) -> None:
    """No doubled feminine in brackets, no "tu", no emoji."""
    problems = []
    for entry in entries(language):
        for channel in (Channel.SMS, Channel.TELEGRAM):
            for words in said(entry, language, channel):
                if found := rule.search(words):
                    problems.append(f"{entry.file}: {entry.id} has {found.group()!r}: {words}")
    assert not problems, told(problems)


@pytest.mark.parametrize(
    ("rule", "caught", "left"),
    [
        (
            GENDERED,
            ["inscrit(e)s", "invité(e)", "membre·s", "un(e) ami(e)"],
            ["les gens (ici)", "13h/15h", "le 1er (mardi)"],
        ),
        (FAMILIAR, ["Tu viens?", "c'est à toi", "si t'as"], ["Êtes-vous là?", "la table", "tout", "attention"]),
        (PICTURES, ["Bravo \U0001f389", "\u2705 noté"], ["Noté: 5 $ -> 6 $"]),
        (
            INVITED,
            ["Reply YES", "answer yes", "or CANCEL", "text HELP"],
            ["the end of the day", "help with a ride", "text 1"],
        ),
    ],
)
def test_the_rules_catch_what_they_are_for(rule: re.Pattern[str], caught: list[str], left: list[str]) -> None:
    assert [words for words in caught if not rule.search(words)] == []
    assert [words for words in left if rule.search(words)] == []


def test_spanish_shows_that_a_folder_suffices() -> None:
    """Partial on purpose: what is missing is counted, and said in the next language."""
    missing = CATALOGUE.missing("es")
    assert "es" in CATALOGUE.languages
    assert len(missing) < len(CATALOGUE.ids())
    for id in missing:
        assert CATALOGUE.entry(id, "es").file.startswith("fr/")


def calls_of_text() -> Iterator[tuple[str, str, set[str] | None]]:
    """(where, id, variables given) of each `text("id", name=...)` in the code; None when some are given by `**`."""
    for floor in ("bot", "handlers", "messages"):
        for path in sorted((ROOT / floor).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id == "text"
                    and node.args
                ):
                    names = {keyword.arg for keyword in node.keywords}
                    given = None if None in names else {name for name in names if name}
                    for id in written_ids(node.args[0]):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", id, given


def written_ids(node: ast.expr) -> Iterator[str]:
    """The ids that a call may ask for: one, or one of two (`"a" if here else "b"`)."""
    if isinstance(node, ast.IfExp):
        yield from (*written_ids(node.body), *written_ids(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def test_every_message_asked_for_in_the_code_is_in_the_catalogue_with_its_variables() -> None:
    problems = []
    for where, id, given in calls_of_text():
        if not CATALOGUE.has(id, FALLBACK):
            problems.append(f"{where}: no message {id}")
        elif given is not None and given != CATALOGUE.variables(id):
            problems.append(f"{where}: {id} wants {sorted(CATALOGUE.variables(id))}, is given {sorted(given)}")
    assert not problems, told(problems)
