"""However a talk with nameless words begins and ends, what is left is what the plain answer, or silence, leaves.

Two towns live the same days, minute by minute: in one somebody writes words for the table, in the other the same person
says the plain thing. Every row that hangs on somebody must be the same (`twins.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from db.session import Database
from tests.nameless.region import Copy, copy_of
from tests.nameless.twins import alike, nobodys
from tests.support.claims import set_rates
from tests.support.meetings import announced, arrive, seated
from tests.support.people import coordinator
from tests.support.phones import Phone, Town, folded

START = dt.datetime(2026, 2, 1, 15, 0, 7, tzinfo=dt.UTC)
W = "le frigo du fond est trop loin pour le monde qui marche"
ONE, OTHER = "mardi 10 février 13h30 à 15h30", "jeudi 12 février 9h30 à 11h30"
READ_BACK = ("C'est exact?", "D'accord?", "Is it right?")
RESTARTED = "(restarted)"  # another process takes over
DIES = "(dies on it) "  # before a message: the process dies once it has handled it, before that is committed
MOST_ASKED = 4
Steps = Sequence[str]


@dataclass(frozen=True)
class Circumstance:
    name: str
    meetings: Sequence[str] = (ONE,)
    reminded: bool = False
    before: Steps = ()  # said in both towns
    telegram: bool = False


@dataclass(frozen=True)
class Beginning:
    """What is said for the words to be read back: then 1 to what is asked meanwhile. `plain`: what the same person says
    in the other town, by the name of the circumstance where it differs.
    """

    name: str
    said: Steps
    plain: Steps = ()
    plain_in: dict[str, Steps] = field(default_factory=dict)


@dataclass(frozen=True)
class Ending:
    """What is said once the words were read back, what the same person says without them, and how long nothing is."""

    name: str
    said: Steps
    plain: Steps = ()
    days: int = 0
    kept: bool = False


QUIET, ASKED, TWO, TWO_ASKED, OFFERED = CIRCUMSTANCES = (
    Circumstance("nothing was asked"),
    Circumstance("the reminder is open", reminded=True),
    Circumstance("two meetings ahead", meetings=(ONE, OTHER)),
    Circumstance("two meetings ahead, reminded of both", meetings=(ONE, OTHER), reminded=True),
    Circumstance("an older offer is open", meetings=(ONE, OTHER), before=("je peux pas mardi",)),
)
BESIDE, OF_A_DAY = f"je peux pas venir, dites a la table que {W}", f"je peux pas mardi, dites a la table que {W}"
OF_ANOTHER_DAY = f"je ne viendrai pas jeudi 12 fevrier, dites a la table que {W}"
ABSENCE = Beginning(
    "beside an absence",
    (BESIDE,),
    ("ABSENT",),
    {
        ASKED.name: ("2",),
        "on Telegram, the reminder is open": ("2",),
        TWO.name: ("ABSENT", "1"),
        TWO_ASKED.name: ("je peux pas venir",),
        OFFERED.name: (),
    },
)
DAY = Beginning(
    "beside an absence of a day",
    (OF_A_DAY,),
    ("je peux pas mardi",),
    {QUIET.name: ("ABSENT",), ASKED.name: ("ABSENT",), OFFERED.name: ()},
)
ANOTHER = Beginning("beside an absence of another day", (OF_ANOTHER_DAY,), ("je ne viendrai pas jeudi 12 fevrier",))
MAYBE = Beginning(
    "beside a maybe",
    (f"peut-etre mardi, dites a la table que {W}",),
    ("peut-etre mardi",),
    {QUIET.name: (), ASKED.name: ("3",)},  # with nothing asked, it is read as words and nothing else
)
WORD = Beginning("COMMENTAIRE", (f"COMMENTAIRE {W}",))
WORD_FIRST = Beginning("COMMENTAIRE, then words", ("COMMENTAIRE", W))
OFFER = Beginning("the offer", ("ABSENT", "OUI", W), ("ABSENT",))
OFFER_PRESSED = Beginning("the offer's button", ("ABSENT", "[oui]", W), ("ABSENT",))
DOUBT = Beginning("a doubt's menu", ("COMMENTAIRE", "OUI mais pas avec ma gang de la rue", "1", W))
WISH = Beginning("the wish first", ("SANS MON NOM", f"COMMENTAIRE {W}"))

KEPT = Ending("nameless, by the list", ("3", "1"), kept=True)
STOPPED = Ending("a stop", ("SANS MON NOM", "ARRET"), ("", "ARRET"))
ENDINGS = (
    Ending("nameless, by the words", ("SANS MON NOM", "1"), kept=True),
    Ending("named first", ("1", "SANS MON NOM"), kept=True),
    Ending("taken back by the word", ("SANS MON NOM", "RETIRER")),
    Ending("taken back by the list", ("4",)),
    Ending("silence", ("SANS MON NOM",), days=4),
    STOPPED,
)
# Something else is asked before they confirm; the process ends between two messages, or on the one that confirms.
ASIDE, *_ = MEANWHILE = (
    Ending("a word in the middle", ("SANS MON NOM", "TARIFS", "1"), ("", "TARIFS", ""), kept=True),
    Ending("a claim begun in the middle, and left", ("SANS MON NOM", "RECLAMER"), ("", "RECLAMER"), days=4),
    Ending("a word before they choose", ("STATUT", "3", "1"), ("STATUT",), kept=True),
)
ASIDE_THEN_NOTHING = Ending("a word in the middle, then nothing", ("SANS MON NOM", "TARIFS"), ("", "TARIFS"), days=4)
BETWEEN, ON_THE_LAST = KILLS = (
    Ending("the program restarted in the middle", ("3", RESTARTED, "1"), ("", RESTARTED, ""), kept=True),
    Ending("the program killed on the last message", ("3", f"{DIES}1"), ("", RESTARTED), kept=True),
)
KILLED_THEN_NOTHING = Ending("restarted, then nothing", ("SANS MON NOM", RESTARTED), ("", RESTARTED), days=4)
# On Telegram, buttons are pressed.
CHAT = Circumstance("on Telegram", telegram=True)
CHAT_ASKED = Circumstance("on Telegram, the reminder is open", telegram=True, reminded=True)
PRESSED = Ending("nameless, by the buttons", ("[sans mon nom]", "[oui]"), kept=True)
PRESSES = (
    PRESSED,
    Ending("taken back by the button", ("[retirer]",)),
    Ending("a word in the middle of buttons", ("[sans mon nom]", "TARIFS", "[oui]"), ("", "TARIFS", ""), kept=True),
    Ending("silence after a button", ("[sans mon nom]",), days=4),
    Ending("restarted between buttons", ("[sans mon nom]", RESTARTED, "[oui]"), ("", RESTARTED, ""), kept=True),
)
WAYS = [
    *((circumstance, one, KEPT) for circumstance in (QUIET, ASKED, TWO_ASKED) for one in (ABSENCE, DAY, MAYBE)),
    *((circumstance, one, KEPT) for circumstance in (TWO, OFFERED) for one in (ABSENCE, DAY, ANOTHER)),
    *((QUIET, one, KEPT) for one in (WORD, WORD_FIRST, OFFER, DOUBT, WISH)),
    *((circumstance, WORD_FIRST, ending) for circumstance in (ASKED,) for ending in ENDINGS),
    *((ASKED, ABSENCE, ending) for ending in ENDINGS),
    (TWO, ABSENCE, ENDINGS[2]),
    (OFFERED, ANOTHER, ENDINGS[1]),
    *((QUIET, WORD, ending) for ending in (*MEANWHILE, ASIDE_THEN_NOTHING, *KILLS, KILLED_THEN_NOTHING)),
    *((ASKED, ABSENCE, ending) for ending in (ASIDE, ASIDE_THEN_NOTHING, BETWEEN, ON_THE_LAST)),
    *((CHAT, WORD_FIRST, ending) for ending in PRESSES),
    *((CHAT, ABSENCE, ending) for ending in PRESSES[:2]),
    *((CHAT_ASKED, ABSENCE, ending) for ending in (PRESSED, PRESSES[2])),
    (CHAT, OFFER_PRESSED, PRESSED),
]


async def lived(
    url: str, circumstance: Circumstance, said: Steps, then: Steps, days: int, *, until_read_back: bool
) -> tuple[Copy, list[str]]:
    """One town; "" is a minute in which they write nothing. What was said until the words were read back is given."""
    town = await Town(Database(url), START).open()
    maude, luc = await coordinator(town), town.sms("+18195550108")
    rose = town.telegram("2001") if circumstance.telegram else town.sms("+18195550107")
    await seated(town, rose, "Rose")
    await seated(town, luc, "Luc")
    await set_rates(town)
    for when in circumstance.meetings:
        await announced(town, maude, when=when)
    if circumstance.reminded:
        await arrive(town, 2, 7, 10, 30)
    for words in circumstance.before:
        await minute(rose, words)
    begun = list(said)
    for words in said:
        await minute(rose, words)
    while until_read_back and not any(folded(sure) in folded(rose.all[-1].text) for sure in READ_BACK):
        assert len(begun) < len(said) + MOST_ASKED, [one.text for one in rose.all[-6:]]
        begun.append("1")
        await minute(rose, "1")
    for words in then:
        await minute(rose, words)
    await town.move(days=days, hours=1)
    copy = await copy_of(town)
    await town.close()
    return copy, begun


async def minute(phone: Phone, words: str) -> None:
    """What somebody does in it: nothing, a text, "[a button]", or the program ends and is started again."""
    town = phone.town
    town.now += dt.timedelta(seconds=50)
    if words == RESTARTED:
        await town.restart()
    elif words.startswith(DIES):
        await town.dies_on(phone, words.removeprefix(DIES))
        await town.restart()
    elif words.startswith("["):
        await phone.press(words.strip("[]"))
    elif words:
        await phone.text(words)
    await town.tick()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.long)])
def two_urls(request: pytest.FixtureRequest, tmp_path: Any) -> Iterator[tuple[str, str]]:
    """Two databases of the same kind, each with every table and no row."""
    if request.param == "sqlite":
        template = request.getfixturevalue("_sqlite_template")
        for name in ("with", "without"):
            (tmp_path / name).write_bytes(template.read_bytes())
        yield f"sqlite+aiosqlite:///{tmp_path / 'with'}", f"sqlite+aiosqlite:///{tmp_path / 'without'}"
        return
    from tests.support.postgres import temporary_database

    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("_postgres_template")
    with temporary_database(server, template) as one, temporary_database(server, template) as other:
        yield server.url(one), server.url(other)


async def two_towns(
    urls: tuple[str, str], circumstance: Circumstance, beginning: Beginning, ending: Ending
) -> tuple[Copy, Copy]:
    talked, begun = await lived(urls[0], circumstance, beginning.said, ending.said, ending.days, until_read_back=True)
    plain = beginning.plain_in.get(circumstance.name, beginning.plain)
    others = (
        [*plain, *[""] * (len(begun) - len(plain))],
        [*ending.plain, *[""] * (len(ending.said) - len(ending.plain))],
    )
    silent, _ = await lived(urls[1], circumstance, *others, ending.days, until_read_back=False)
    return talked, silent


@pytest.mark.parametrize(
    ("circumstance", "beginning", "ending"), WAYS, ids=[", ".join(one.name for one in way) for way in WAYS]
)
async def test_a_talk_leaves_what_the_plain_answer_leaves(
    two_urls: tuple[str, str], circumstance: Circumstance, beginning: Beginning, ending: Ending
) -> None:
    talked, silent = await two_towns(two_urls, circumstance, beginning, ending)
    assert any(W[-20:] in row["words"] for row in talked.tables["comments"]) == ending.kept
    assert not [row for row in talked.tables["comments"] if row["person_id"]]
    assert alike(talked, silent) == []
    assert list(nobodys(talked.tables)) == []


async def test_had_a_row_been_left_the_two_towns_would_differ(two_urls: tuple[str, str]) -> None:
    talked, silent = await two_towns(two_urls, QUIET, WORD, Ending("named", ("1",)))
    found = {line.partition(":")[0] for line in alike(talked, silent)}
    assert found >= {"incoming", "deliveries", "contacts", "export deliveries"}
