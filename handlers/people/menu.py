"""AIDE and what it leads to; ANNULER, which asks of what; paper; accents. Short, and always with a phone number."""

from __future__ import annotations

from db.contacts import Consent
from db.conversations import DialogueState, Question, current_dialogue
from db.tasks import add_task
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.run import drop
from handlers.heard import may_answer
from handlers.people import linking, stopping
from handlers.turn import Ask, Said, Start, Turn
from messages import Kind, Option, Outgoing, text
from messages.keywords import Keyword, Understood, fold
from messages.keywords.fold import split
from messages.keywords.understand import without_polite

# A number always means the same: the menu never changes with the person nor with the day.
MENU = (
    ("call", Keyword.APPEL),
    ("comment", Keyword.COMMENTAIRE),
    ("claim", Keyword.RECLAMER),
    ("status", Keyword.STATUT),
    ("choices", None),
)
CANCEL = ("dialogue", "meeting", "comment", "stop", "nothing")
SHORTEST_ADDRESS = 10
NO_ACCENTS = {"sans accents", "sans accent", "no accents", "sin acentos"}
ACCENTS = {"avec accents", "avec accent", "with accents", "con acentos"}
LINK = {"lier", "link", "vincular"}
GREETINGS = {"bonjour", "bonsoir", "allo", "alo", "salut", "coucou", "hello", "hi", "hey", "hola"}
# Said of an answer just received, when no question waits: as thanks do, they want no answer.
ACKNOWLEDGED = {
    "ok", "okay", "okey", "oki", "okok", "ok parfait", "ok super", "d accord", "daccord", "dac", "parfait", "super",
    "compris", "bien compris", "bien recu", "recu", "bien note", "note", "cool", "genial", "excellent", "bye", "ciao",
    "de rien", "pas de probleme", "perfect", "great", "got it", "noted", "all right", "alright", "you re welcome",
    "vale", "perfecto", "entendido", "de nada",
}  # fmt: skip
OWN_WORDS = NO_ACCENTS | ACCENTS | LINK  # no keywords of the lists, yet understood


async def help_keyword(turn: Turn, understood: Understood) -> Said:
    """AIDE: a menu of five lines; in the middle of a dialogue, words alone, since digits belong to its question."""
    house = turn.house
    if turn.contact.consent is not Consent.GIVEN or (turn.person is None and not turn.contact.shared):
        return await _help_stranger(turn)
    if await current_dialogue(turn.session, turn.contact.id) is not None:
        return text("people-help-in-dialogue", name=house.contact_name, phone=house.contact_phone)
    options = tuple(Option(value, text(f"people-menu-{value}")) for value, _keyword in MENU)
    prompt = text("people-menu", name=house.contact_name, phone=house.contact_phone)
    return Ask(Outgoing(prompt, options), "people.menu", menu=True)


async def _help_stranger(turn: Turn) -> Said:
    house = turn.house
    joining_now = await current_dialogue(turn.session, turn.contact.id) is not None
    if not joining_now and not await may_answer(turn):
        return None
    return text(
        "people-help-stranger", organisation=house.organisation, name=house.contact_name, phone=house.contact_phone
    )


async def chose_from_menu(turn: Turn, question: Question, given: Given) -> Said:
    keyword = dict(MENU).get(str(given.value))
    if keyword is None:
        return text("people-choices")
    return await hand_over(turn, keyword)


async def hand_over(turn: Turn, keyword: Keyword) -> Said:
    """As if the person had written that keyword: the topic that answers to it takes over."""
    handler = turn.routes.on_keyword(keyword)
    if handler is None:
        return text("people-menu-not-here", name=turn.house.contact_name, phone=turn.house.contact_phone)
    said: Said = await handler(turn, Understood(keyword, "sure", alone=True))
    return said


async def help_command(turn: Turn, rest: str) -> Said:
    """/aide: for a coordinator, every command, by topic; /aide <command> shows an example of it."""
    if not turn.coordinator:
        return await help_keyword(turn, Understood(Keyword.AIDE, "sure", alone=True))
    if rest:
        return _example(turn, rest.strip().lstrip("/").split()[0])
    said = [text("people-commands-title")]
    for topic in turn.routes.topics:
        lines = [
            text("people-command-line", command=_name(turn, command), what=text(f"command-{command.name}"))
            for command in topic.commands
            if turn.house.catalogue.has(f"command-{command.name}", "fr")
        ]
        if lines:
            said.append(text("people-commands-of", lines=lines))
    return said


def _name(turn: Turn, command: object) -> str:
    return f"/{getattr(command, 'english' if turn.language == 'en' else 'name')}"


def _example(turn: Turn, name: str) -> Said:
    command = turn.routes.command(name.replace("_", "-"))
    if command is None or not turn.house.catalogue.has(f"example-{command.name}", "fr"):
        return text("router-unknown-command", command=f"/{name}"[:30])
    return [text(f"command-{command.name}"), text(f"example-{command.name}")]


# -- ANNULER -----------------------------------------------------------------------------------------------------


async def cancel_keyword(turn: Turn, understood: Understood) -> Said:
    """ANNULER may mean five things, and one of them is leaving: it is always asked."""
    options = tuple(Option(value, text(f"people-cancel-{value}")) for value in CANCEL)
    return Ask(Outgoing(text("people-cancel-what"), options), "people.cancel")


async def told_cancel(turn: Turn, question: Question, given: Given) -> Said:
    what = str(given.value)
    if what == "dialogue":
        under_way = await current_dialogue(turn.session, turn.contact.id)
        if under_way is None:
            return text("people-nothing-under-way")
        await drop(turn.session, under_way, DialogueState.CANCELLED, turn.now)
        return text("people-dialogue-cancelled")
    if what == "stop":
        return await stopping.stop_keyword(turn, Understood(Keyword.ARRET, "sure"))
    if what in ("meeting", "comment"):
        return await hand_over(turn, Keyword.ABSENT if what == "meeting" else Keyword.RETIRER)
    return text("people-nothing-changed")


# -- paper -------------------------------------------------------------------------------------------------------


async def post_keyword(turn: Turn, understood: Understood) -> Said:
    return Start("post")


@dialogue("post")
async def post(talk: Talk) -> Said:
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
        return text("people-post-by-phone", name=talk.house.contact_name, phone=talk.house.contact_phone)
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
        talk.house.organisation_id,
        "postal_address",
        now=talk.now,
        contact_id=talk.contact.id,
        person_id=talk.person.id if talk.person else None,
        once=True,
    )


# -- words that are no keyword -----------------------------------------------------------------------------------


async def own_words(turn: Turn) -> Said:
    """SANS ACCENTS, LIER, a code that links; a greeting, which gets the menu; thanks, which want no answer."""
    if turn.incoming.kind is not Kind.TEXT or turn.person is None:
        return None
    words = fold(turn.text)
    core = " ".join(word.folded for word in without_polite(split(turn.text)))
    if not core or core in ACKNOWLEDGED:
        return await _courtesy(turn, words)
    if words in NO_ACCENTS or words in ACCENTS:
        turn.person.no_accents = words in NO_ACCENTS
        return text("people-no-accents" if turn.person.no_accents else "people-accents")
    if words in LINK:
        return await linking.link_command(turn, "")
    return await linking.code_given(turn, turn.text)


async def _courtesy(turn: Turn, words: str) -> Said:
    if not turn.text.strip() or (not words and "?" in turn.text):
        return None  # "??": someone is lost
    turn.row.fate = "courtesy"
    if GREETINGS & set(words.split()):
        return await help_keyword(turn, Understood(Keyword.AIDE, "sure", alone=True))
    return []
