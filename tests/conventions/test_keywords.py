"""Every keyword has its words, a topic that answers it, and what it does said in the languages of the desk."""

from __future__ import annotations

import pytest

from handlers.router.keyword_meanings import MEANT_BY
from handlers.routes import ROUTES
from messages.keywords import Keyword, data
from messages.languages import BY_KEYWORD, DESK
from tests.support.env import catalogue

CATALOGUE = catalogue()
WORDS = {(row.folder, columns[0]) for row, columns in data.rows("keywords.tsv")}


@pytest.mark.parametrize("keyword", list(Keyword))
def test_each_keyword_has_its_words(keyword: Keyword) -> None:
    home = BY_KEYWORD.get(keyword, "fr")
    assert (home, keyword.value) in WORDS, f"write a line {keyword.value} in messages/{home}/keywords.tsv"


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
