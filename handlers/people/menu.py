"""AIDE and what it leads to; ANNULER, which asks of what; paper; accents. Short, and always with a phone number."""

from __future__ import annotations

from db.contacts import Consent, Reach
from db.conversations import DialogueState, Question, TaskKind, current_dialogue
from db.tasks import add_task
from handlers.commands import Command
from handlers.dialogue import Given, Talk, Unclear, dialogue, state
from handlers.heard import for_a_human, may_answer
from handlers.people import disowning, linking, new_owner, stopping
from handlers.people.rectifying import change_noted, version_of
from handlers.people.strangers import written_in
from handlers.turn import Ask, Heard, QuestionKind, Reply, Start, Turn
from messages import Kind, Option, Outgoing, text
from messages.keywords import Keyword, fold, own_address
from messages.keywords.fold import split
from messages.keywords.not_me import says_not_me
from messages.reading import Meaning, Step, may_be_a_cry

# A number always means the same: the menu never changes with the person nor with the day.
MENU = (
    ("call", Meaning.CALL),
    ("comment", Meaning.COMMENT),
    ("claim", Meaning.CLAIM),
    ("status", Meaning.MONEY_STATUS),
    ("choices", None),
)
WORDS = "comment"  # the dialogue that collects them
CANCEL = ("claim", "meeting", "comment", "stop", "nothing")
CHOICES = QuestionKind("people.menu", Step.MENU, aside=True, standing=True)
CANCELLED = QuestionKind("people.cancel", Step.MENU, aside=True)
KEYWORDS = {Meaning.CALL: Keyword.APPEL, Meaning.COMMENT: Keyword.COMMENTAIRE, Meaning.CLAIM: Keyword.RECLAMER}
SHORTEST_ADDRESS = 10
NO_ACCENTS = {"sans accents", "sans accent", "no accents", "sin acentos"}
ACCENTS = {"avec accents", "avec accent", "with accents", "con acentos"}
LINK = {"lier", "link", "vincular"}
NOT_ME = {"pas moi", "not me", "no soy yo", "pa mwen"}  # as it is asked for; messages/keywords/not_me.py reads it
GREETINGS = {"bonjour", "bonsoir", "allo", "alo", "salut", "coucou", "hello", "hi", "hey", "hola"}
LONGEST_GREETING = 4
OWN_WORDS = NO_ACCENTS | ACCENTS | LINK | NOT_ME  # no keywords of the lists, yet understood


async def help_meant(turn: Turn, heard: Heard | None = None) -> Reply:
    """AIDE: a menu of five lines; in the middle of a dialogue, words alone, since digits belong to its question."""
    installation = turn.installation
    if turn.contact.consent is not Consent.GIVEN or (turn.person is None and not turn.contact.shared):
        return await _help_stranger(turn)
    if await current_dialogue(turn.session, turn.contact.id) is not None:
        return text("people-help-in-dialogue", name=installation.contact_name, phone=installation.contact_phone)
    options = tuple(Option(value, text(f"people-menu-{value}")) for value, _keyword in MENU)
    prompt = text("people-menu", name=installation.contact_name, phone=installation.contact_phone)
    return Ask(Outgoing(prompt, options), CHOICES)


async def _help_stranger(turn: Turn) -> Reply:
    installation = turn.installation
    joining_now = await current_dialogue(turn.session, turn.contact.id) is not None
    if not joining_now and not await may_answer(turn):
        return None
    if turn.person is None:
        turn.contact.language = turn.contact.language or written_in(turn)
    return text(
        "people-help-stranger",
        organisation=installation.organisation,
        name=installation.contact_name,
        phone=installation.contact_phone,
    )


async def chose_from_menu(turn: Turn, question: Question, given: Given) -> Reply:
    meaning = dict(MENU).get(str(given.value))
    if meaning is None:
        return text("people-choices")
    return await hand_over(turn, meaning)


async def hand_over(turn: Turn, meaning: Meaning) -> Reply:
    """As if the person had asked for it in one word: the topic that answers to it takes over."""
    said = await turn.conversation.hear(turn, Heard(meaning, keyword=KEYWORDS.get(meaning), alone=True))
    if said is None:
        return text("people-menu-not-here", name=turn.installation.contact_name, phone=turn.installation.contact_phone)
    return said


async def help_command(turn: Turn, rest: str) -> Reply:
    """/aide: for a coordinator, every command, by topic; /aide <command> shows an example of it."""
    if not turn.coordinator:
        return await help_meant(turn)
    if rest:
        return _example(turn, rest.strip().lstrip("/").split()[0])
    said = [text("people-commands-title")]
    for _topic, commands in turn.conversation.commands():
        lines = [
            text("people-command-line", command=_name(turn, command), what=text(f"command-{command.name}"))
            for command in commands
            if turn.installation.catalogue.has(f"command-{command.name}", "fr")
            and command.may_be_written_by(turn.acting.actor)
        ]
        if lines:
            said.append(text("people-commands-of", lines=lines))
    return said


def _name(turn: Turn, command: Command) -> str:
    return f"/{command.english if turn.language == 'en' else command.name}"


def _example(turn: Turn, name: str) -> Reply:
    found = turn.conversation.commands(name.replace("_", "-"))
    command = found[0][1][0] if found else None
    if command is None or not turn.installation.catalogue.has(f"example-{command.name}", "fr"):
        return text("router-unknown-command", command=f"/{name}"[:30])
    return [text(f"command-{command.name}"), text(f"example-{command.name}")]


# -- ANNULER -----------------------------------------------------------------------------------------------------


async def cancel_keyword(turn: Turn, heard: Heard) -> Reply:
    """ANNULER may mean several things, and one of them is leaving: it is asked, unless a form is under way.

    Words that are being written are never dropped by one word.
    """
    under_way = await current_dialogue(turn.session, turn.contact.id)
    if under_way is not None and under_way.name == "claim":
        return await turn.conversation.hear(turn, Heard(Meaning.CANCEL_CLAIM))
    if under_way is not None and under_way.name != WORDS:
        await state.drop(turn.acting, under_way, DialogueState.CANCELLED)
        return text("people-dialogue-cancelled")
    options = tuple(Option(value, text(f"people-cancel-{value}")) for value in CANCEL)
    return Ask(Outgoing(text("people-cancel-what"), options), CANCELLED)


async def told_cancel(turn: Turn, question: Question, given: Given) -> Reply:
    what = str(given.value)
    if what == "claim":
        return await hand_over(turn, Meaning.CANCEL_CLAIM)
    if what == "stop":
        return await stopping.stop_meant(turn, Heard(Meaning.STOP))
    if what == "meeting":
        return await turn.conversation.hear(turn, Heard(Meaning.ABSENT, keyword=Keyword.ABSENT, alone=True))
    if what == "comment":
        return await hand_over(turn, Meaning.WITHDRAW)
    return text("people-nothing-changed")


# -- paper -------------------------------------------------------------------------------------------------------


async def post_keyword(turn: Turn, heard: Heard) -> Reply:
    return Start("post")


@dialogue("post")
async def post(talk: Talk) -> Reply:
    """Paper: the address in one message, or with a human on the phone."""
    assert talk.person is not None
    options = (Option("call", text("people-post-call")),)
    known = talk.person.postal_address
    if known:
        same = Option("same", text("people-post-same"))
        prompt = text("people-post-known", address=known)
        address = str(await talk.ask("address", Outgoing(prompt, (same, *options)), _address, free_text=True))
    else:
        address = str(await talk.ask("address", Outgoing(text("people-post-ask"), options), _address, free_text=True))
    if address == "call":
        await _address_by_phone(talk)
        return text("people-post-by-phone", name=talk.installation.contact_name, phone=talk.installation.contact_phone)
    talk.person.postal_address = known if address == "same" else address
    talk.person.channel = "post"
    return text("people-post-chosen")


def _address(given: Given) -> str:
    if given.value is not None:
        return given.value
    written = ", ".join(part.strip() for part in given.text.splitlines() if part.strip())
    if len(written) < SHORTEST_ADDRESS or not any(c.isdigit() for c in written):
        raise Unclear(text("people-post-unclear"))
    return written[:200]


async def _address_by_phone(talk: Talk) -> None:
    await add_task(
        talk.session,
        talk.installation.organisation_id,
        TaskKind.POSTAL_ADDRESS,
        now=talk.now,
        contact_id=talk.contact.id,
        person_id=talk.person.id if talk.person else None,
        once=True,
    )


# -- words that are no keyword -----------------------------------------------------------------------------------


async def own_words(turn: Turn) -> Reply:
    """SANS ACCENTS, LIER, their postal address, a code that links."""
    if turn.incoming.kind is not Kind.TEXT or turn.person is None or turn.contact.reach is Reach.DOUBTFUL:
        return None
    words = fold(turn.text)
    if says_not_me(turn.text):
        return await disowning.not_me(turn)
    if (said := await new_owner.somebody_else(turn)) is not None:
        return said
    if words in NO_ACCENTS or words in ACCENTS:
        turn.person.no_accents = words in NO_ACCENTS
        return text("people-no-accents" if turn.person.no_accents else "people-accents")
    if words in LINK:
        return await linking.link_command(turn, "")
    return await _moved(turn) or await linking.code_given(turn, turn.text)


async def _moved(turn: Turn) -> Reply:
    """Their own postal address, said in a sentence: kept, and said back. News still come where they came."""
    address = own_address(turn.text)
    person = turn.person
    if not address or person is None or may_be_a_cry(turn.text):
        return None
    if turn.contact.consent is not Consent.GIVEN or await current_dialogue(turn.session, turn.contact.id) is not None:
        return None
    before = await version_of(turn.session, person)
    person.postal_address = address
    await stopping.note(turn, "people.moved", **change_noted(person, before, await version_of(turn.session, person)))
    return text("people-address-noted", address=address)


def greets(words: str) -> bool:
    """ "bonjour", "allo Maude": a few words with a greeting among them."""
    found = {word.folded for word in split(words)}
    return bool(GREETINGS & found) and len(found) <= LONGEST_GREETING


async def small_talk_meant(turn: Turn, heard: Heard) -> Reply:
    """A greeting gets the menu; thanks and a word in passing get a word, and no question."""
    if turn.person is None or turn.contact.consent is not Consent.GIVEN:
        return None
    if greets(turn.text):
        return await help_meant(turn)
    return text("people-thanks" if heard.meaning is Meaning.THANKS else "people-small-talk")


async def wrong_number_meant(turn: Turn, heard: Heard) -> Reply:
    """A message for someone else: said so, and believed."""
    await for_a_human(turn, TaskKind.REASSIGNED if turn.person is not None else TaskKind.UNKNOWN_NUMBER, once=True)
    return text("people-wrong-number", organisation=turn.installation.organisation)
