"""The ways in: JOINDRE, Telegram's Start, and a language asked for."""

from __future__ import annotations

from db.contacts import Consent, Reach, yeses_awaited
from db.conversations import Dialogue, Question, TaskKind, current_dialogue
from handlers.commands import perform
from handlers.dialogue import Given
from handlers.heard import for_a_human, may_answer
from handlers.people import linking, stopping, strangers
from handlers.people.join_language import LONGEST_NAME
from handlers.people.rectifying import change_noted, version_of
from handlers.turn import Ask, Heard, QuestionKind, Reply, Start, Turn
from messages import Channel, Option, Outgoing, Text, text
from messages.reading import Step
from messages.reading.asked import kind_asked
from messages.reading.naming import says_first_name

OF_US = {"a machine": "people-a-machine", "whose name": "people-who-is", "too hard": "people-too-hard"}
ANOTHER = QuestionKind("people.another", Step.MENU)


async def join_meant(turn: Turn, heard: Heard | None = None) -> Reply:
    """JOINDRE: the dialogue, or, for someone already in, says so and asks whether another person comes."""
    if await _joining(turn) is not None:
        return []
    if turn.contact.reach is Reach.BLOCKED and turn.incoming.channel is Channel.SMS:
        return await stopping.blocked_writes(turn)
    if turn.person is not None and turn.contact.id in await yeses_awaited(turn.session, turn.person.id):
        return await strangers.consented(turn, turn.text, asked="")  # the yes that stands here is another's
    if turn.contact.consent is Consent.GIVEN and (turn.person is not None or turn.contact.shared):
        return _already_in(turn)
    if turn.person is not None:
        return await strangers.consented(turn, turn.text, asked="")
    return await strangers.start_join(turn)


async def _joining(turn: Turn) -> Dialogue | None:
    under_way = await current_dialogue(turn.session, turn.contact.id)
    return under_way if under_way is not None and under_way.name == "join" else None


def _already_in(turn: Turn) -> Reply:
    name = turn.person.name if turn.person is not None else ""
    if turn.incoming.channel is Channel.TELEGRAM:
        return text(
            "people-already-in",
            name=name,
            contact=turn.installation.contact_name,
            phone=turn.installation.contact_phone,
        )
    options = (Option("same", text("people-it-is-me")), Option("another", text("people-another-person")))
    return Ask(Outgoing(text("people-already-in-who"), options), ANOTHER)


async def told_another(turn: Turn, question: Question, given: Given) -> Reply:
    """Someone else joins on a phone where one person is in already."""
    if given.value == "another":
        return Start("join", {"words": "JOINDRE", "another": True})
    return text("people-nothing-changed")


async def start_command(turn: Turn, rest: str) -> Reply:
    """/start, as Telegram's own button sends it; with a code behind it, or a command's name and its words
    ("bureau-K7M4PX"), when it came from a link.
    """
    name, _, words = rest.partition("-")
    found = turn.conversation.commands(name) if words else []
    if found:
        return await perform(turn, found[0][1][0], words)
    if rest and (linked := await linking.code_given(turn, rest)) is not None:
        return linked
    if turn.person is not None and turn.contact.consent in (Consent.INVITED, Consent.NONE):
        return strangers.invitation(turn.installation, turn.person)
    if turn.person is not None and turn.contact.consent is Consent.WITHDRAWN:
        return await stopping.come_back(turn)
    return await join_meant(turn)


async def language_meant(turn: Turn, heard: Heard) -> Reply:
    """FRANCAIS, ENGLISH, ESPANOL, or a sentence: from now on; for someone unknown, the welcome in that language."""
    language = heard.slots.language
    if not language:  # "je parle pas français", in French: which one, then?
        await for_a_human(turn, TaskKind.QUESTION)
        return text("people-language-which", name=turn.installation.contact_name)
    if language not in turn.installation.catalogue.languages:
        await for_a_human(turn, TaskKind.QUESTION)
        return text(
            "people-language-unknown", name=turn.installation.contact_name, phone=turn.installation.contact_phone
        )
    turn.contact.language = language
    if turn.person is None and not turn.contact.shared:
        under_way = await _joining(turn)
        if under_way is None:
            return await strangers.start_join(turn)
        under_way.answers = {**under_way.answers, "language": language}  # said in words, it is not asked again
        return []
    if turn.person is not None:
        turn.person.language = language
    return text("people-language-set")


async def question_meant(turn: Turn, heard: Heard) -> Reply:
    """How does one join, who is writing: for someone unknown, the welcome says it."""
    if turn.contact.consent is not Consent.GIVEN and turn.person is not None:
        return None  # invited, or gone: what they were asked is asked again, and someone reads their words
    if heard.slots.about == "how" and turn.person is None:
        under_way = await _joining(turn) is not None  # its question comes back
        return [] if under_way else await strangers.start_join(turn)
    kind = kind_asked(turn.text)
    if turn.person is not None and (of_themselves := await _of_themselves(turn, kind)) is not None:
        return of_themselves
    if kind in ("a machine", "free") and (turn.person is not None or await may_answer(turn)):
        return text("people-free") if kind == "free" else _of_us(turn, kind)
    if kind == "whose name":
        return _of_us(turn, kind) if says_first_name(turn.text, turn.installation.contact_name) else None
    if heard.slots.about == "who":
        if turn.person is None and not await may_answer(turn):
            return None
        installation = turn.installation
        return text(
            "people-who-we-are",
            organisation=installation.organisation,
            name=installation.contact_name,
            phone=installation.contact_phone,
        )
    return None


async def _of_themselves(turn: Turn, kind: str) -> Text | None:
    """What becomes of what they write here, of what is kept of them, why we write to them, that a message was hard to
    read; None when they ask something else.
    """
    if kind == "who sees it":
        return text("people-who-sees", name=turn.installation.contact_name)
    if kind == "what we keep":
        return text("people-what-we-keep")
    if kind == "why us":
        day = turn.contact.created_at.astimezone(turn.installation.zone).date()
        return text("people-why-us", organisation=turn.installation.organisation, date=day)
    if kind == "too hard":
        await for_a_human(turn, TaskKind.QUESTION)
        return _of_us(turn, kind)
    return None


def _of_us(turn: Turn, kind: str) -> Text:
    house = turn.installation
    return text(OF_US[kind], name=house.contact_name, phone=house.contact_phone)


async def name_meant(turn: Turn, heard: Heard) -> Reply:
    """What to call them: for someone on the list, from now on; who is not says it again when asked."""
    if turn.person is None or not heard.slots.names:
        return None
    before = await version_of(turn.session, turn.person)
    turn.person.name = heard.slots.names[0][:LONGEST_NAME]
    changed = change_noted(turn.person, before, await version_of(turn.session, turn.person))
    await stopping.note(turn, "people.renamed", **changed)
    return text("people-renamed", name=turn.person.name, before=before["name"])
