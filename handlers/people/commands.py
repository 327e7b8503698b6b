"""What coordinators write on Telegram about people: one person in one message or step by step, a search, a link."""

from __future__ import annotations

import re

from db.people import Role
from handlers.acting import Acting, Refused, refuse
from handlers.commands import Do, checked
from handlers.dialogue import Given, Talk, Unclear, dialogue
from handlers.dialogue.talk import Parse
from handlers.people import acts
from handlers.people.consent_words import Said, said_in
from handlers.people.search import found
from handlers.people.spec import COLUMNS, PersonSpec, check, column_of, consent_moment, spec_from
from handlers.places_meant import roundtable_asked
from handlers.turn import Reply, Start
from handlers.vocabulary import channel_of, language_of, role_of
from messages import Option, Outgoing, text

PART = re.compile(r"[;\n]")
FIELD = re.compile(r"^\s*([^\d:=]{2,20}?)\s*[:=]\s*(.*)$", re.DOTALL)
TERRITORY = re.compile(r"^(?:territoire|territory)\s+(.+)$", re.IGNORECASE | re.DOTALL)
# A whole number, whatever stands behind it: "p. 22", "(maison)".
PHONE = re.compile(r"^\+?1?[\s.-]*\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}(?!\d)")
TABLE = re.compile(r"^(?:table|roundtable)\s+(.+)$", re.IGNORECASE | re.DOTALL)
DAY = re.compile(r"[^\W\d_].*\b\d{1,4}\b", re.DOTALL)  # "formulaire papier 2026-03-02", "au téléphone le 2 mars"
LEAVE, WRONG, REASON = "sans_table", "sans_telephone", "reason"
REASONS = {"raison", "motif", "why", "reason"}
# "sans téléphone: ...", "wrong phone: ...": what comes after is not theirs.
NOT_THEIRS = re.compile(
    r"(?:sans|without|wrong|not|mauvais)_(?:telephone|courriel|email|e_mail|telegram|tel|numero|cell|phone|number|compte|account)"
)
NUMBERED = re.compile(r"^(\d{1,7})\b\s*(.*)$", re.DOTALL)
FIELDS = set(COLUMNS)


async def person_command(acting: Acting, rest: str) -> Do | Reply:
    """/personne: step by step; /personne Rose Tremblay; 819 555-0101; consentement: ... : at once;
    /personne 12, /personne Rose: the card; /personne 12; table: Logement : a change to it."""
    if not rest.strip():
        return Start("person")
    numbered = NUMBERED.match(rest.strip())
    if numbered and not re.match(r"^[\d\s().+-]{10,}$", rest.strip().split("\n")[0]):
        return _one(int(numbered[1]), numbered[2].lstrip(" ;,"))
    if PART.search(rest.strip()) is None and "," not in rest and PHONE.search(rest) is None:
        return await _of_that_name(acting, rest.strip())
    return Do(acts.add_person, spec_from(read_fields(rest)))


async def _of_that_name(acting: Acting, name: str) -> Do | Reply:
    """The card of the one person of that name; the list when there are several, how to add them when there is none."""
    people = await found(acting, name)
    if not people:
        return text("people-nobody-of-that-name", name=name[:40])
    return Do(acts.show_person, people[0].id) if len(people) == 1 else Do(acts.list_people, name)


def _one(number: int, words: str) -> Do:
    """Their card; with something behind the number, a change to it."""
    if not words.strip():
        return Do(acts.show_person, number)
    fields = read_fields(words, named=False)
    reason = fields.pop(REASON, "")
    leave, wrong = _several(fields.pop(LEAVE, "")), _several(fields.pop(WRONG, ""))
    return Do(acts.change_person, number, spec_from(fields), leave=leave, wrong=wrong, reason=reason)


def _several(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in written.split(";") if part.strip())


def read_fields(words: str, *, named: bool = True) -> dict[str, str]:
    """ "Rose; 819 555-0101; rôle: expert" -> {"name": "Rose", "phone": "819 555-0101", "roles": "expert"}.

    Parts are separated by ";" or by lines; without any, by commas. What a part is may go unsaid when it shows: a phone,
    a role, "table COCO", a consent with its date. Raises `Refused` naming what could not be read.
    """
    fields: dict[str, str] = {}
    parts = PART.split(words) if PART.search(words.strip()) else words.split(",")
    for position, part in enumerate(p.strip() for p in parts if p.strip()):
        match = FIELD.match(part)
        column = NOT_THEIRS.sub(WRONG, column_of(match[1])) if match else ""
        column = REASON if column in REASONS and not named else column
        if match and column in FIELDS | {LEAVE, WRONG, REASON}:
            fields[column] = _joined(column, fields.get(column, ""), match[2].strip())
        elif position == 0 and named:
            fields["name"] = part
        else:
            column, value = shows(part)
            fields[column] = _joined(column, fields.get(column, ""), value)
    return fields


def _joined(column: str, before: str, more: str) -> str:
    """Several roundtables, several roles; of a consent, the words of one sentence ("non, au téléphone 2026-03-02")."""
    if not before:
        return more
    return f"{before}, {more}" if column == "consent" else f"{before};{more}"


def shows(part: str) -> tuple[str, str]:
    """(column, value) of a part that says by itself what it is."""
    if re.fullmatch(r"[+\d\s().-]{7,}", part) or PHONE.match(part):
        return "phone", part
    if re.fullmatch(r"\S+@\S+", part):
        return "email", part
    if territory := TERRITORY.match(part):
        return "territory", territory[1]
    if table := TABLE.match(part):
        return "roundtables", table[1]
    if isinstance(role_of(part), Role):
        return "roles", part
    for column, known in (("language", language_of), ("channel", channel_of)):
        if known(part):
            return column, part
    if DAY.search(part) or said_in(part) is Said.NO:  # "ne veut pas de textos"
        return "consent", part
    raise refuse("people-unreadable-part", part=part[:30])


@dialogue("person", verbatim=True)
async def person(talk: Talk) -> Reply:
    """Step by step: name, phone, role, roundtable, consent."""
    skip = (Option("skip", text("people-skip")),)
    name = await talk.words("name", text("people-ask-name"), longest=60)
    phone = str(await talk.ask("phone", Outgoing(text("people-ask-phone")), _phone_for(talk), free_text=True))
    roles = tuple(Option(r.value, text(f"people-role-{r.value}")) for r in (Role.EXPERT, Role.MEMBER))
    role = await talk.choose("role", text("people-ask-role"), roles)
    roundtable = await talk.words("roundtable", text("people-ask-roundtable"), options=skip, longest=60)
    if roundtable != "skip":
        roundtable = await roundtable_asked(talk, "roundtable", roundtable)
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
    return await checked(talk, Do(acts.add_person, spec))


def _phone_for(talk: Talk) -> Parse:
    def parse(given: Given) -> str:
        try:
            check(
                PersonSpec(phone=given.text.strip() or "?"),
                talk.installation,
                talk.installation.today(talk.now),
                known=True,
            )
        except Refused as refused:
            raise Unclear(refused.reason) from None
        return given.text.strip()

    return parse


def _consent_for(talk: Talk) -> Parse:
    def parse(given: Given) -> str:
        if given.value is not None:
            return given.value
        try:
            consent_moment(given.text, talk.installation, talk.installation.today(talk.now))
        except Refused as refused:
            raise Unclear(refused.reason) from None
        return given.text.strip() or "skip"

    return parse


async def people_command(_acting: Acting, rest: str) -> Do:
    return Do(acts.list_people, rest.strip())
