"""What coordinators write on Telegram about people: one person in one message or step by step, a search, a link."""

from __future__ import annotations

import re

from db.people import Role
from handlers.access import Actor, Refused, actor_of, refuse
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import Parse
from handlers.people import acts
from handlers.people.spec import CHANNELS, LANGUAGES, ROLES, PersonSpec, check, column_of, consent_moment, spec_from
from handlers.turn import Said, Start, Turn
from messages import Option, Outgoing, text
from messages.keywords import fold

PART = re.compile(r"[;\n]")
FIELD = re.compile(r"^\s*([^\d:=]{2,20}?)\s*[:=]\s*(.*)$", re.DOTALL)
TABLE = re.compile(r"^(?:table|roundtable)\s+(.+)$", re.IGNORECASE | re.DOTALL)
DAY = re.compile(r"[^\W\d_].*\b\d{1,4}\b", re.DOTALL)  # "formulaire papier 2026-03-02", "au téléphone le 2 mars"
LEAVE = "sans_table"
NUMBERED = re.compile(r"^(\d{1,7})\b\s*(.*)$", re.DOTALL)
FIELDS = {"name", "phone", "telegram_id", "language", "roles", "roundtables", "territory", "channel", "consent"}


async def person_command(turn: Turn, rest: str) -> Said:
    """/personne: step by step; /personne Rose Tremblay; 819 555-0101; consentement: ... : at once;
    /personne 12; table: Logement : a change to person no. 12."""
    if not rest.strip():
        return Start("person")
    actor = await _actor(turn)
    numbered = NUMBERED.match(rest.strip())
    if numbered and not re.match(r"^[\d\s().+-]{10,}$", rest.strip().split("\n")[0]):
        fields = read_fields(numbered[2].lstrip(" ;,"), named=False)
        leave = tuple(part.strip() for part in fields.pop(LEAVE, "").split(";") if part.strip())
        done = await acts.change_person(
            turn.session, turn.house, actor, int(numbered[1]), spec_from(fields), leave=leave, now=turn.now
        )
        return done.text
    done = await acts.add_person(turn.session, turn.house, actor, spec_from(read_fields(rest)), now=turn.now)
    return done.text


def read_fields(words: str, *, named: bool = True) -> dict[str, str]:
    """ "Rose; 819 555-0101; rôle: expert" -> {"name": "Rose", "phone": "819 555-0101", "roles": "expert"}.

    Parts are separated by ";" or by lines; without any, by commas. What a part is may go unsaid when it shows: a phone,
    a role, "table COCO", a consent with its date. Raises `Refused` naming what could not be read.
    """
    fields: dict[str, str] = {}
    parts = PART.split(words) if PART.search(words.strip()) else words.split(",")
    for position, part in enumerate(p.strip() for p in parts if p.strip()):
        match = FIELD.match(part)
        column = column_of(match[1]) if match else ""
        if match and column in FIELDS | {LEAVE, "postal_address"}:
            previous = fields.get(column, "")
            fields[column] = f"{previous};{match[2]}" if previous else match[2].strip()
        elif position == 0 and named:
            fields["name"] = part
        else:
            column, value = shows(part)
            previous = fields.get(column, "")
            fields[column] = f"{previous};{value}" if previous else value
    return fields


def shows(part: str) -> tuple[str, str]:
    """(column, value) of a part that says by itself what it is."""
    folded = fold(part)
    if re.fullmatch(r"[+\d\s().-]{7,}", part):
        return "phone", part
    if table := TABLE.match(part):
        return "roundtables", table[1]
    for column, known in (("roles", ROLES), ("language", LANGUAGES), ("channel", CHANNELS)):
        if folded in known:
            return column, folded
    if DAY.search(part):
        return "consent", part
    raise refuse("people-unreadable-part", part=part[:30])


@dialogue("person")
async def person(talk: Talk) -> Said:
    """Step by step: name, phone, role, roundtable, consent."""
    skip = (Option("skip", text("people-skip")),)
    name = await talk.words("name", text("people-ask-name"), longest=60)
    phone = str(await talk.ask("phone", Outgoing(text("people-ask-phone")), _phone_for(talk), free_text=True))
    roles = tuple(Option(r.value, text(f"people-role-{r.value}")) for r in (Role.EXPERT, Role.MEMBER))
    role = await talk.choose("role", text("people-ask-role"), roles)
    roundtable = await talk.words("roundtable", text("people-ask-roundtable"), options=skip, longest=60)
    not_yet = (Option("skip", text("people-not-yet")),)
    consent = str(
        await talk.ask("consent", Outgoing(text("people-ask-consent"), not_yet), _consent_for(talk), free_text=True)
    )
    spec = PersonSpec(
        name=name,
        phone=phone,
        roles=(role,),
        roundtables=() if roundtable == "skip" else (roundtable,),
        consent="" if consent == "skip" else consent,
    )
    assert talk.person is not None
    actor = await actor_of(talk.session, talk.person, talk.contact.channel)
    return (await acts.add_person(talk.session, talk.house, actor, spec, now=talk.now)).text


def _phone_for(talk: Talk) -> Parse:
    def parse(given: Given) -> str:
        try:
            check(PersonSpec(phone=given.text.strip() or "?"), talk.house, talk.house.today(talk.now), known=True)
        except Refused as refused:
            raise Unclear(refused.reason) from None
        return given.text.strip()

    return parse


def _consent_for(talk: Talk) -> Parse:
    def parse(given: Given) -> str:
        if given.value is not None:
            return given.value
        try:
            consent_moment(given.text, talk.house, talk.house.today(talk.now))
        except Refused as refused:
            raise Unclear(refused.reason) from None
        return given.text.strip() or "skip"

    return parse


async def people_command(turn: Turn, rest: str) -> Said:
    return (await acts.list_people(turn.session, turn.house, await _actor(turn), rest.strip(), now=turn.now)).text


async def _actor(turn: Turn) -> Actor:
    if turn.person is None:
        raise refuse("access-not-allowed")
    return await actor_of(turn.session, turn.person, turn.incoming.channel)
