"""What people write about their own information: CONFIDENTIALITE, MES DONNEES, EFFACER; and what they answer."""

from __future__ import annotations

import secrets

from db.contacts import Contact, contacts_of
from db.conversations import Question
from db.journal import write_entry
from db.people import Person, Role, roles_of
from db.privacy.requests import standing_of
from db.privacy.tables import How, RequestKind
from handlers.dialogue import Given, Talk, Unclear, dialogue, state
from handlers.heard import may_answer
from handlers.privacy import notice
from handlers.privacy.asking import ask
from handlers.privacy.erasing import begin_erasing, unpaid_cents
from handlers.turn import Ask, Heard, QuestionKind, Reply, Start, Turn
from messages import Channel, Money, Option, Outgoing, text
from messages.reading import Step

MENU = QuestionKind("privacy.menu", Step.MENU)
COPY, FIX, ERASE, POST = "copy", "fix", "erase", "post"
BEGINS = {COPY: "my_data", FIX: "fix_data", ERASE: "erase_me", POST: "notice_on_paper"}
KEEP = "keep"
SHORTEST_ADDRESS = 10


async def privacy_keyword(turn: Turn, heard: Heard) -> Reply:
    """CONFIDENTIALITE, MES INFOS: who answers for it, what is kept and why; and what one may ask."""
    if turn.person is None:
        return await _nobody_known(turn)
    options = tuple(Option(one, text(f"privacy-menu-{one}")) for one in (COPY, FIX, ERASE, POST))
    short, *page = notice.short_notice(turn.installation)
    return [*page, Ask(Outgoing(short, options), MENU)]


async def chose(turn: Turn, question: Question, given: Given) -> Reply:
    return Start(BEGINS[str(given.value)])


async def data_keyword(turn: Turn, heard: Heard) -> Reply:
    """MES DONNEES: a copy of everything."""
    return Start("my_data") if turn.person is not None else await _nobody_known(turn)


async def erase_keyword(turn: Turn, heard: Heard) -> Reply:
    """EFFACER, "oubliez-moi"; of somebody who was joining, that ends there."""
    if turn.person is None:
        if turn.stranger:
            await state.drop_all(turn.acting, turn.contact.id)
        return await _nobody_known(turn)
    who = turn.installation.responsible
    if Role.COORDINATOR in await roles_of(turn.session, turn.person.id):
        return text("privacy-erase-coordinator", name=who.name, phone=who.phone)
    asked = await standing_of(turn.session, turn.person.id, RequestKind.ERASURE)
    if asked is not None:
        return text("privacy-erase-already", when=turn.installation.local(asked.due_at))
    return Start("erase_me", afresh=True)


async def _nobody_known(turn: Turn) -> Reply:
    """A number that nobody is known behind, or that several people share."""
    who = turn.installation.responsible
    if turn.contact.shared:
        return text("privacy-whose", name=who.name, phone=who.phone)
    if not await may_answer(turn):
        return None
    long = notice.duration(turn.installation.keep["strangers"])
    return text("privacy-stranger", long=long, name=who.name, phone=who.phone)


# -- a copy, a correction, the notice on paper ---------------------------------------------------------------------


@dialogue("my_data")
async def my_data(talk: Talk) -> Reply:
    """How they want it, once; then a request that coordinators see, with its thirty days."""
    person, installation = _person(talk), talk.installation
    contacts = await contacts_of(talk.session, person.id)
    ways = [how for how in How if how is not How.TELEGRAM or _has_telegram(contacts)]
    options = [Option(how.value, text(f"privacy-how-{how.value}")) for how in ways]
    how = How(await talk.choose("how", text("privacy-how"), options))
    if how is How.POST and not person.postal_address:
        person.postal_address = await _address(talk)
    request = await ask(talk.acting, person, RequestKind.ACCESS, contact=talk.contact, how=how)
    await _note(talk, "privacy.asked", kind=RequestKind.ACCESS.value)
    who, day = installation.responsible, installation.local(request.due_at).date()
    return text("privacy-copy-noted", date=day, name=who.name, phone=who.phone)


def _has_telegram(contacts: list[Contact]) -> bool:
    return any(contact.channel == Channel.TELEGRAM for contact in contacts)


async def _address(talk: Talk) -> str:
    return str(await talk.ask("address", Outgoing(text("privacy-where")), _read_address, free_text=True))


def _read_address(given: Given) -> str:
    written = ", ".join(part.strip() for part in given.text.splitlines() if part.strip())
    if len(written) < SHORTEST_ADDRESS or not any(c.isdigit() for c in written):
        raise Unclear(text("privacy-where-unclear"))
    return written[:200]


@dialogue("fix_data")
async def fix_data(talk: Talk) -> Reply:
    """What is not right, in their own words: a coordinator corrects it."""
    person, installation = _person(talk), talk.installation
    words = await talk.words("what", text("privacy-fix-what"))
    request = await ask(talk.acting, person, RequestKind.RECTIFICATION, contact=talk.contact, note=words)
    await _note(talk, "privacy.asked", kind=RequestKind.RECTIFICATION.value)
    who, day = installation.responsible, installation.local(request.due_at).date()
    return text("privacy-fix-noted", date=day, name=who.name, phone=who.phone)


@dialogue("notice_on_paper")
async def notice_on_paper(talk: Talk) -> Reply:
    """The whole notice, by post."""
    person = _person(talk)
    if not person.postal_address:
        person.postal_address = await _address(talk)
    await ask(talk.acting, person, RequestKind.NOTICE, contact=talk.contact, how=How.POST)
    await _note(talk, "privacy.asked", kind=RequestKind.NOTICE.value)
    who = talk.installation.responsible
    return text("privacy-post-noted", name=who.name, phone=who.phone)


# -- to be forgotten -----------------------------------------------------------------------------------------------


@dialogue("erase_me")
async def erase_me(talk: Talk) -> Reply:
    """What goes and what stays, then four digits to write back: whoever only forges a number cannot read them."""
    person, installation = _person(talk), talk.installation
    code = str(await talk.memo("code", _new_code))
    long = notice.duration(installation.keep["claims"])
    await talk.tell_once("explained", text("privacy-erase-explained", long=long))
    if cents := await unpaid_cents(talk.session, person):
        await talk.tell_once("unpaid", text("privacy-erase-unpaid", amount=Money(cents)))
    asked = Outgoing(text("privacy-erase-code", code=code), (Option(KEEP, text("privacy-erase-keep")),))

    def confirmed(given: Given) -> str:
        if "".join(c for c in given.text if c.isdigit()) == code:
            return "erase"
        if given.value == KEEP:
            return KEEP
        raise Unclear(text("privacy-erase-unclear", code=code))

    if await talk.ask("sure", asked, confirmed, free_text=True) == KEEP:
        return text("privacy-erase-kept")
    request = await begin_erasing(talk.acting, person, contact=talk.contact)
    await _note(talk, "privacy.erasure_asked")
    return text("privacy-erase-noted", when=installation.local(request.due_at))


async def _new_code() -> str:
    return f"{secrets.randbelow(9000) + 1000}"


def _person(talk: Talk) -> Person:
    assert talk.person is not None  # the keywords that begin these say so
    return talk.person


async def _note(talk: Talk, act: str, **details: str) -> None:
    person = _person(talk)
    await write_entry(
        talk.session,
        act,
        now=talk.now,
        actor=f"person:{person.pseudonym}",
        subject=person.pseudonym,
        thing="person",
        thing_id=person.id,
        channel=talk.contact.channel,
        **details,
    )
