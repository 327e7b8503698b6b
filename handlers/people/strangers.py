"""Those nobody knows yet, those who were invited, those who stopped, and numbers that may have changed hands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlalchemy import select

from db.consent import ALL, OWN_NO, ConsentEntry, note_own_no, record_consent
from db.contacts import Consent, Reach, await_yes_of, people_at, yeses_awaited
from db.conversations import HandledAs, Question, TaskKind
from db.people import Person
from handlers import sending
from handlers.dialogue import NO, YES, Given
from handlers.heard import heard_since, hold, may_answer
from handlers.installation import Installation
from handlers.numbers import abroad
from handlers.people import joining, linking, stopping
from handlers.turn import Ask, QuestionKind, Reply, Start, Turn
from messages import Channel, Kind, Outgoing, text
from messages.keywords import Keyword, own_age, read_yes_no
from messages.keywords.vocabulary import language_of
from messages.reading import Meaning, Step, outright, read
from messages.reading.context import Context
from messages.reading.findings import language_written
from messages.reading.languages_written import language_told
from messages.reading.regrets import wants_to_join

MOST_WELCOMES = 4
ENDINGS = frozenset({Meaning.THANKS, Meaning.YES, Meaning.REACTION, Meaning.SMALLTALK})
FEW = 4  # words
ANSWERS_WHO = frozenset({Meaning.NAME, Meaning.YES, Meaning.COMING})
CONSENT = QuestionKind("people.consent", Step.JOIN_CONSENT, {"yes": Meaning.YES, "no": Meaning.NO})


async def stranger(turn: Turn) -> Reply:
    """A contact nobody is known behind, or who has not said yes, or whose number may have changed hands."""
    if abroad(turn):
        turn.row.handled_as = HandledAs.ABROAD
        return None
    if turn.person is None:
        turn.contact.language = written_in(turn) or turn.contact.language
    if turn.contact.reach is Reach.DOUBTFUL:
        return await _doubtful(turn)
    if turn.contact.reach is Reach.BLOCKED:
        return await stopping.blocked_writes(turn)
    if (linked := await linking.code_given(turn, turn.text)) is not None:
        return linked
    if turn.person is not None and turn.contact.consent in (Consent.INVITED, Consent.NONE):
        return await _invited(turn)
    if turn.contact.consent is Consent.WITHDRAWN:
        return await _stopped_writes(turn)
    return await _unknown(turn)


def written_in(turn: Turn) -> str:
    """The language in which they write; "" for the installation's own, which is the one when nothing tells."""
    found = language_of(turn.text) or language_told(turn.text) or language_written(turn.text)
    installation = turn.installation
    return found if found in installation.catalogue.languages and found != installation.default_language else ""


async def _unknown(turn: Turn) -> Reply:
    """ "Who are you?", held with the message for a coordinator; two answers a day at most. Whoever asks to be in, or
    answers it by a name or a yes, is asked the rest."""
    if await _would_join(turn):
        return await start_join(turn)  # which asks a child to come with a parent
    answered = await may_answer(turn)
    await hold(turn, TaskKind.UNKNOWN_NUMBER)
    if not answered:
        return None
    installation = turn.installation
    if (age := own_age(turn.text)) is not None and age < joining.ALONE_FROM:
        return text("people-join-young", name=installation.contact_name, phone=installation.contact_phone)
    if outright.says(outright.HUNGRY, turn.text):
        return text("people-join-hungry", name=installation.contact_name)
    return text("people-who-are-you", organisation=installation.organisation, name=installation.contact_name)


async def _would_join(turn: Turn) -> bool:
    if wants_to_join(turn.text):
        return True
    since = turn.now - dt.timedelta(days=1)
    if not await heard_since(turn, [HandledAs.STRANGER], since) or await heard_since(turn, [HandledAs.JOINED], since):
        return False
    said_yes = read_yes_no(turn.text) is Keyword.OUI
    return said_yes or read(turn.text, Context(Step.STRANGER, known=False))[0].first in ANSWERS_WHO


async def start_join(turn: Turn) -> Reply:
    """The welcome, a few times a day at most for one number: it is long, and numbers can be forged."""
    turn.row.handled_as = HandledAs.JOINED
    # "wi", to what was said in Creole, is a yes and no wish for French.
    asked_in = "" if turn.contact.language and read_yes_no(turn.text) is not None else language_of(turn.text)
    known = asked_in if asked_in in turn.installation.catalogue.languages else ""
    turn.contact.language = known or turn.contact.language or written_in(turn)
    begun = await heard_since(turn, [HandledAs.JOINED], turn.now - dt.timedelta(days=1))
    return Start("join", {"words": turn.text}) if begun < MOST_WELCOMES else None


async def _stopped_writes(turn: Turn) -> Reply:
    if await _ends_the_talk(turn):
        return None
    await hold(turn, TaskKind.STOPPED_WROTE)
    told = await heard_since(turn, [HandledAs.STRANGER], turn.now - dt.timedelta(days=1))
    if told or not await may_answer(turn):
        return None
    return text("people-stopped-writes", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def _ends_the_talk(turn: Turn) -> bool:
    """ "oui", "merci bonne journee" just after a stop: nothing is asked, and nothing more is written to them."""
    if not await heard_since(turn, [HandledAs.STOP], turn.now - dt.timedelta(days=1)):
        return False
    few = len(turn.text.split()) <= FEW
    return few and (
        read_yes_no(turn.text) is Keyword.OUI or read(turn.text, Context(Step.STRANGER))[0].first in ENDINGS
    )


async def _doubtful(turn: Turn) -> Reply:
    """A bounce, or a year of silence, then a message: perhaps someone else's number now."""
    await hold(turn, TaskKind.REASSIGNED)
    if not await may_answer(turn):
        return None
    return text("people-doubtful", name=turn.installation.contact_name, phone=turn.installation.contact_phone)


async def _invited(turn: Turn) -> Reply:
    """What someone answers to the one request for consent, after its question lapsed or in other words."""
    answer = read_yes_no(turn.text)
    if answer is Keyword.OUI:
        return await consented(turn, turn.text, asked=_asked(turn))
    if answer is Keyword.NON:
        return await declined(turn, turn.text)
    await hold(turn, TaskKind.UNKNOWN_WORD)
    assert turn.person is not None
    return invitation(turn.installation, turn.person) if await may_answer(turn) else None


def invitation(installation: Installation, person: Person) -> Ask:
    """The one request for consent: it names who spoke with them."""
    words = request_words(installation, person.name, person.invited_by)
    return Ask(words, CONSENT, person.id, lasts=dt.timedelta(days=60))


def request_words(installation: Installation, name: str, invited_by: str) -> Outgoing:
    """What it says, with its two answers."""
    words = text(
        "people-invitation",
        name=name,
        who=invited_by or installation.contact_name,
        organisation=installation.organisation,
        phone=installation.contact_phone,
    )
    return Outgoing(words, (YES, NO))


def _asked(turn: Turn) -> str:
    asked = invitation(turn.installation, turn.person).outgoing.text if turn.person else ""
    return turn.installation.catalogue.text(asked, turn.language, Channel(turn.contact.channel))


async def answered_consent(turn: Turn, question: Question, given: Given) -> Reply:
    words = turn.text or str(given.value)
    named = await _named_at(turn, question.subject_id)
    if given.value == "yes":
        return await consented(turn, words, asked=str(question.prompt.get("text", "")), named=named)
    if named is not None and turn.contact.id in await yeses_awaited(turn.session, named.id):
        return await _declined_alone(turn, words, named)
    return await declined(turn, words)


async def _named_at(turn: Turn, person_id: int | None) -> Person | None:
    """Whom the request named, when they share this phone: their yes is not that of whoever wrote from it lately."""
    there = await people_at(turn.session, turn.contact.id) if turn.contact.shared else []
    return next((one for one in there if one.id == person_id), None)


async def _declined_alone(turn: Turn, words: str, person: Person) -> Reply:
    """The no of one of a phone where another said yes: nothing is written to them; the other's messages go on."""
    await note_own_no(turn.session, turn.contact, words=words, now=turn.now, person_id=person.id)
    others = [one.name or "?" for one in await people_at(turn.session, turn.contact.id) if one.id != person.id]
    await stopping.note(turn, "people.declined")
    return text("people-own-declined", name=person.name or "?", others=", ".join(others))


async def consented(turn: Turn, words: str, *, asked: str, named: Person | None = None) -> Reply:
    """The yes of someone who was invited, or who comes back by JOINDRE, with their words.

    At a phone of several, whoever else was invited is asked in turn; their own yes is awaited meanwhile."""
    person, contact = named or turn.person, turn.contact
    assert person is not None
    source = "button" if turn.incoming.kind is Kind.BUTTON else "text"
    await record_consent(
        turn.session, contact, given=True, words=words, source=source, now=turn.now, asked=asked, person_id=person.id
    )
    other = await _yet_to_ask(turn, person)
    await joining.welcomed(turn.acting, contact, person)
    welcome = text(
        "people-welcome",
        name=person.name,
        contact=turn.installation.contact_name,
        phone=turn.installation.contact_phone,
    )
    if other is None:
        return welcome
    ask = invitation(turn.installation, other)
    return replace(ask, outgoing=sending.after(welcome, ask.outgoing))


async def _yet_to_ask(turn: Turn, person: Person) -> Person | None:
    """Another who was invited at this phone, of whom the ledger holds neither yes nor no and who was not asked: their
    own yes is awaited from now on."""
    said = select(ConsentEntry.person_id).where(
        ConsentEntry.contact_id == turn.contact.id, ConsentEntry.kind.in_((ALL, OWN_NO))
    )
    have = set(await turn.session.scalars(said))
    others = [one for one in await people_at(turn.session, turn.contact.id) if one.id != person.id]
    silent = [one for one in others if one.invited_by and one.id not in have]
    await await_yes_of(turn.session, turn.contact.id, [one.id for one in silent])
    requests = select(Question.subject_id).where(Question.contact_id == turn.contact.id, Question.kind == CONSENT.name)
    asked = set(await turn.session.scalars(requests))
    return next((one for one in silent if one.id not in asked), None)


async def declined(turn: Turn, words: str) -> Reply:
    await record_consent(turn.session, turn.contact, given=False, words=words, source="text", now=turn.now)
    await stopping.note(turn, "people.declined")
    return text("people-invitation-declined")
