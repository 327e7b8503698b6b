"""Every keyword has its words, a topic that answers it, and what it does said in the languages of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from handlers.router.keyword_meanings import MEANT_BY
from handlers.routes import ROUTES
from messages.keywords import Keyword, data, fold
from messages.languages import BY_KEYWORD, DESK
from tests.support.env import catalogue

CATALOGUE = catalogue()
ROWS = [(row.folder, *columns) for row, columns in data.rows("keywords.tsv")]
# Names that are written another way than as one word whose typos are forgiven: two words, three letters, one.
OTHERWISE = {Keyword.PEUT_ETRE, Keyword.SANS_MON_NOM, Keyword.MES_DONNEES, Keyword.MOT, Keyword.Q}


def lacking_words(keyword: str, homes: Iterable[str], rows: Sequence[tuple[str, ...]], *, main: bool) -> list[str]:
    """What is to be written in the lists of these languages, the keyword's own first."""
    wanted = [
        f"messages/{home}/keywords.tsv: write a line {keyword}, then `exact`, then its words"
        for home in homes
        if not any((folder, name) == (home, keyword) for folder, name, *_ in rows)
    ]
    names = {word for _folder, name, how, words in rows if (name, how) == (keyword, "main") for word in words.split()}
    if main and fold(keyword) not in names:
        wanted.append(f"write a line {keyword}, then `main`, then {fold(keyword)}: typos of its own name are forgiven")
    return wanted


@pytest.mark.parametrize("keyword", list(Keyword))
def test_each_keyword_has_its_words(keyword: Keyword) -> None:
    """In French and in English; that of a language in its own."""
    homes = [BY_KEYWORD[keyword]] if keyword in BY_KEYWORD else list(DESK)
    lacking = lacking_words(keyword.value, homes, ROWS, main=keyword not in OTHERWISE)
    assert not lacking, "\n  ".join(["", *lacking])


def test_a_keyword_without_english_words_nor_its_own_name_is_seen() -> None:
    rows = [("fr", "SALLE", "exact", "salle")]
    first, second = lacking_words("SALLE", DESK, rows, main=True)
    assert "messages/en/keywords.tsv" in first
    assert "`main`" in second


@pytest.mark.parametrize("keyword", list(Keyword))
def test_each_keyword_has_one_topic_that_answers_it(keyword: Keyword) -> None:
    """By its own name (`Topic.keywords`), or by what it means (`MEANT_BY`, then `Topic.meanings`), and not both."""
    meaning = MEANT_BY.get(keyword)
    by_name = [topic.name for topic in ROUTES.topics if keyword in topic.keywords]
    by_meaning = [topic.name for topic in ROUTES.topics if meaning in topic.meanings]
    assert bool(by_name) != bool(by_meaning), (
        f"{keyword.value}: a function under `keywords` of a topic ({by_name or 'none'}), or a line of MEANT_BY whose "
        f"meaning some topic answers ({meaning}: {by_meaning or 'none'})"
    )


@pytest.mark.parametrize("keyword", list(Keyword))
@pytest.mark.parametrize("code", DESK)
def test_what_each_keyword_does_is_said(keyword: Keyword, code: str) -> None:
    name = "language" if keyword in BY_KEYWORD else keyword.value.lower().replace(" ", "-")
    assert CATALOGUE.has(f"understand-does-{name}", code), f"messages/{code}/keywords.ftl: understand-does-{name}"
