"""Every dialogue, played to its end, and run again from the top at each of its questions: it asks the same, and does
nothing. A script runs again at each answer: what it changes before a question would be changed each time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import select

from db.contacts import contact_at
from db.conversations import current_dialogue
from db.journal import write_entry
from db.people import Person
from db.session import AsyncSession
from db.tables import metadata
from handlers.acting import THE_HOUR, Acting, Actor, actor_of
from handlers.dialogue.definition import Definition
from handlers.dialogue.state import question_of
from handlers.dialogue.talk import AwaitsAnswer, AwaitsMoreWords, Talk
from handlers.routes import ROUTES
from handlers.turn import Reply
from messages import text
from tests.support.phones import Phone, Town
from tests.support.region import fill_region

HERE = "tests/stories/test_every_dialogue.py"
DIALOGUES = ROUTES.definitions()


@dataclass(frozen=True)
class Played:
    """What is written, the words that begin it first, and the keys of the questions that it then asks, in their order.

    `by`: "desk" is the coordinator's Telegram, "phone" a text of someone known, "stranger" of an unknown number.
    """

    by: str
    written: Sequence[str]
    keys: str


POINT = ("Le camp", "On choisit l'heure du camp.", "L'autobus pourra vous y mener.")
WHEN, ADDRESS = "mardi 10 mars 13h30 à 15h30", "12 rue du Pont, Grande-Anse"
MEETING = ("/rencontre", "COCO", WHEN, "salle du CLSC", "0", *POINT, "c'est tout", "Denis", "17 mars")
OF_A_MEETING = "roundtable when place dial_in title1 plain1 changes1 title2 carrier answer_by check"
OF_A_CLAIM = "transport meal childcare other other confirm"
NEW = ("/personne", "Nora", "819 555-0177", "2", "COCO", "1")
NEWS = ("/annonce", "tous", "Le local ferme.", "maintenant", "5")
PLAYED: Mapping[str, Played] = {
    "check": Played("desk", ("/annuler-rencontre 1 tempête de neige", "1"), "check"),
    "meeting": Played("desk", MEETING, OF_A_MEETING),
    "claim": Played("phone", ("RECLAMER", "1", "1", "1", "12", "1", "1"), OF_A_CLAIM),
    "claims-pay": Played("desk", ("/payer 13 chèque 2026-02-20", "62,50"), "total"),
    "comment": Played("phone", ("COMMENTAIRE", "la salle est froide", "1", "1", "1"), "words words words read_back"),
    "propose": Played("phone", ("PROPOSER", "Le frigo est ouvert"), "words"),
    "join": Played("stranger", ("JOINDRE", "Nora Roy", "1"), "language consent"),
    "post": Played("phone", ("POSTE", ADDRESS), "address"),
    "person": Played("desk", NEW, "name phone role roundtable consent"),
    "import": Played("desk", ("/importer", "1"), "file"),
    "announcement": Played("desk", NEWS, "audience words when check"),
    "my_data": Played("phone", ("MES DONNEES", "1", ADDRESS), "how address"),
    "fix_data": Played("phone", ("MES INFOS", "2", "mon nom est mal écrit"), "what"),
    "notice_on_paper": Played("phone", ("MES INFOS", "4", ADDRESS), "address"),
    "erase_me": Played("phone", ("EFFACER", "1"), "sure"),
}
# What a run may note of itself.
OF_ITSELF = {"dialogues": {"collect_due_at"}}


async def rows(session: AsyncSession) -> dict[str, list[Mapping[str, Any]]]:
    await session.flush()
    found = {}
    for table in metadata.sorted_tables:
        left_out = OF_ITSELF.get(table.name, set())
        lines = (await session.execute(select(table).order_by(*table.primary_key.columns))).mappings()
        found[table.name] = [{name: value for name, value in line.items() if name not in left_out} for line in lines]
    return found


async def run_again(town: Town, phone: Phone, definitions: Mapping[str, Definition], seen: list[str]) -> list[str]:
    """What is wrong when the dialogue under way on this phone is run once more; all of it is then taken back."""
    wrong: list[str] = []
    with contextlib.suppress(TakenBack):
        async with town.database.write() as session:
            contact = await contact_at(session, phone.channel.value, phone.address)
            row = await current_dialogue(session, contact.id) if contact is not None else None
            if contact is None or row is None:
                return []
            question = await question_of(session, row)
            key = question.key if question is not None else row.collecting
            seen.append(key)
            person = await session.get(Person, row.person_id) if row.person_id else None
            talk = Talk(
                Acting(session, town.installation, await _actor(session, person, phone), town.now),
                contact,
                person,
                row,
                None,
                key,
            )
            before = await rows(session)
            try:
                await definitions[row.name].script(talk)
                wrong.append("it ends")
            except AwaitsAnswer as asked:
                if asked.key != key:
                    wrong.append(f"it asks {asked.key}")
            except AwaitsMoreWords:
                pass
            after = await rows(session)
            wrong += [f"rows of {table} change" for table in before if before[table] != after[table]]
            wrong += [f"{one} is said once more" for one in talk.said]
            wrong = [f"run again at its question {key}: {one}" for one in wrong]
            raise TakenBack
    return wrong


async def _actor(session: AsyncSession, person: Person | None, phone: Phone) -> Actor:
    return THE_HOUR if person is None else await actor_of(session, person, phone.channel.value)


class TakenBack(Exception):
    """So that nothing of a run stays."""


async def played(town: Town, name: str, definitions: Mapping[str, Definition]) -> tuple[list[str], list[str]]:
    """(the keys of its questions, what is wrong)."""
    lines, seen, wrong = PLAYED[name], list[str](), list[str]()
    addresses = {"desk": town.telegram("9001"), "phone": town.sms("+18195550143"), "stranger": town.sms("+18195550199")}
    phone = addresses[lines.by]
    for words in lines.written:
        await phone.text(words)
        await town.settle()
        wrong += await run_again(town, phone, definitions, seen)
    return seen, wrong


@pytest.mark.parametrize("name", DIALOGUES)
async def test_a_dialogue_run_again_asks_the_same_and_does_nothing(town: Town, name: str) -> None:
    assert name in PLAYED, f"{HERE}: play {name} in PLAYED: what is written, and the keys of its questions"
    await fill_region(town)
    seen, wrong = await played(town, name, DIALOGUES)
    advice = "what a script changes stands in `talk.memo(key, work)`, or after its last question"
    assert not wrong, "\n  ".join([f"{DIALOGUES[name].script.__module__}, {name}: {advice}", *wrong])
    assert " ".join(seen) == PLAYED[name].keys, (
        f"{name}: the answers of people who are in the middle of it are kept under these keys, and one renamed is "
        f"asked again: keep it. A new question goes into PLAYED ({HERE})"
    )


async def test_a_script_that_writes_before_its_question_is_seen(town: Town) -> None:
    async def fix_data(talk: Talk) -> Reply:
        """A fault: the line is written at each answer."""
        await write_entry(talk.session, "privacy.asked", now=talk.now)
        await talk.words("what", text("privacy-fix-what"))
        return text("privacy-fix-what")

    await fill_region(town)
    faulty = {**DIALOGUES, "fix_data": replace(DIALOGUES["fix_data"], script=fix_data)}
    _seen, wrong = await played(town, "fix_data", faulty)
    assert wrong == ["run again at its question what: rows of journal change"]
