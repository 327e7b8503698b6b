"""Each line of a list, as the person it speaks of: what is understood, what is refused and why, what is asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from db.labels import label
from db.people import Role
from handlers.acting import Refused
from handlers.installation import Installation
from handlers.people.consent_days import Order
from handlers.people.consent_words import Said, said_in
from handlers.people.lists.cells import Cells
from handlers.people.lists.columns import ADDRESS, PHONES, ListTable, is_marked, roundtable_marked
from handlers.people.lists.consents import DAYS, Consents, Notes
from handlers.people.lists.names import Order as NameOrder
from handlers.people.lists.names import order_of, whole
from handlers.people.lists.phones import Phones, phones_in
from handlers.people.lists.places import Places
from handlers.people.lists.remarked import Remarked
from handlers.people.plan import DraftLine, PlanQuestion
from handlers.people.spec import LONGEST, Checked, check_name, clean, email_of, moment_of, start_of, telegram_id_of
from handlers.vocabulary import BY_VOICE, NOTHING, channel_of, language_of, meaning_of, role_of
from messages import Channel, Option, Text, text

SEVERAL = re.compile(r"\s*[;|\n,/]\s*|\s+(?:et|and|y|&)\s+|\s*\+\s*", re.IGNORECASE)
SEVERAL_TABLES = re.compile(r"\s*[;|\n]\s*")
# What is said to whoever writes a command, as it is said of a line.
IN_A_LIST = {"people-needs-name": "people-line-no-name", "people-needs-address": "people-line-no-address"}
LEAVE_OUT, NOT_ADDED = "leave", "skip"  # without a role; the line is not taken at all
ROLES, BY_POST = "roles", "post"


@dataclass(slots=True)
class LineReader:
    """Reads the lines of one table. `answers`: to the questions of an earlier reading, by their keys."""

    table: ListTable
    installation: Installation
    today: dt.date
    places: Places
    answers: Mapping[str, str] = field(default_factory=dict)
    questions: dict[str, PlanQuestion] = field(default_factory=dict)
    _name: NameOrder = field(default=label, init=False)
    _consents: Consents = field(init=False)
    _remarked: Remarked = field(init=False)
    _unknown_roles: dict[str, int] = field(default_factory=dict, init=False)
    _post_alone: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self._consents = Consents(self.today, self.answers)
        self._remarked = Remarked(self.answers)

    def drafts(self) -> list[DraftLine]:
        """One for each line, in order."""
        lines = [Cells(self.table, row) for row in self.table.rows]
        self._look_at_columns(lines)
        drafts = [self._draft(line) for line in lines]
        self._ask()
        return drafts

    def _look_at_columns(self, lines: Sequence[Cells]) -> None:
        family_first = bool(self.table.columns.of("family_given"))
        self._name = order_of([line.first("name", "family_given") for line in lines], family_first=family_first)
        self._consents.look_at(lines)
        self._remarked.look_at(lines)

    @property
    def day_order(self) -> Order | None:
        """The order of day and month that the figures of the column show; None when nothing depends on it."""
        orders = self._consents.orders
        return next(iter(orders)) if len(orders) == 1 else None

    # -- one line -----------------------------------------------------------------------------------------------------

    def _draft(self, line: Cells) -> DraftLine:
        name = whole(line.first("given"), line.first("family"), self._name(line.first("name", "family_given")))
        name = clean(name)
        notes = Notes(line.odd_remarks())
        try:
            checked = self._checked(line, name, notes)
        except Refused as refused:
            why = text(IN_A_LIST[refused.reason.id]) if refused.reason.id in IN_A_LIST else refused.reason
            why = text("people-line-aside") if _is_aside(line) else why
            if not name and (organisation := line.first("organisation")):
                name, why = organisation[:LONGEST], text("people-line-organisation")
            return DraftLine(line.number, name, None, why, remarks=tuple(notes.remarks))
        if notes.waits:
            return DraftLine(line.number, name, None, notes.waits[0], asked=True)
        return DraftLine(line.number, name, checked, remarks=tuple(notes.remarks))

    def _checked(self, line: Cells, name: str, notes: Notes) -> Checked:
        remarks = notes.remarks
        check_name(name)
        phones = phones_in(line, self.installation)
        remarks += phones.remarks
        channel, called = self._channel(line, remarks)
        remarks += [text("people-line-by-post")] if phones.texted and channel == Channel.POST else []
        telegram_id = self._telegram_id(line, bool(phones.texted or phones.to_call), remarks)
        email = self._email(line, bool(phones.texted or phones.to_call or telegram_id), remarks)
        if not (phones.texted or phones.to_call or telegram_id or email or channel == Channel.POST):
            channel = self._by_post(line, phones, notes)
        day, words, declined = self._consents.of(line, notes)
        if not declined and (refused := _refused_in_way(line)):
            words, declined, day = refused, True, None
            remarks.append(text("people-line-declined"))
        called |= self._remarked.of(line, name, notes, declined=declined)
        tables, territory, near = self.places.of(self._tables(line), line.first("territory", "city")[:LONGEST])
        notes.waits += [near] if near else []
        return Checked(
            name=name,
            phone=phones.texted,
            telegram_id=telegram_id,
            language=self._language(line, remarks),
            roles=self._roles(line, notes),
            roundtables=tables,
            territory=territory,
            channel=channel,
            consent=words,
            consent_at=moment_of(day.day, self.installation, self.today) if day else None,
            consent_oldest=start_of(day.oldest, self.installation) if day else None,
            postal_address=_address(line),
            declined=declined,
            called=called,
            other_phones=phones.to_call,
            email=email,
        )

    def _channel(self, line: Cells, remarks: list[Text]) -> tuple[str, bool]:
        """The channel, and whether they are reached by voice or by post alone."""
        written = line.first("channel")
        if written and meaning_of("channel", written) == BY_VOICE:
            remarks.append(text("people-line-by-voice"))
            return Channel.CALL.value, True
        channel = channel_of(written) if written else None
        if channel is Channel.EMAIL and not self.installation.email_here:
            channel = None
        if written and channel is None:
            remarks.append(text("people-line-channel", written=written[:30]))
        return channel.value if channel else "", channel is Channel.POST

    def _by_post(self, line: Cells, phones: Phones, notes: Notes) -> str:
        """Of someone of whom the list gives a postal address alone: by post when it was answered so, else asked."""
        answer = self.answers.get(BY_POST, "")
        if phones.fault is not None or not _address(line) or answer == NOT_ADDED:
            raise phones.refused()
        if answer != BY_POST:
            self._post_alone += 1
            notes.waits.append(text("people-line-post-alone"))
        return Channel.POST.value

    def _telegram_id(self, line: Cells, reached: bool, remarks: list[Text]) -> str | None:
        written = line.first("telegram_id").removesuffix(".0")
        try:
            return telegram_id_of(written)
        except Refused as refused:
            if not reached:
                raise
            remarks.append(refused.reason)
            return None

    def _email(self, line: Cells, reached: bool, remarks: list[Text]) -> str | None:
        """The first of a cell that holds several. Where no e-mail is sent, the column is not read."""
        written = re.split(r"[\s;,]+", line.first("email"))[0] if self.installation.email_here else ""
        try:
            return email_of(written, self.installation)
        except Refused as refused:
            if not reached:
                raise
            remarks.append(refused.reason)
            return None

    def _language(self, line: Cells, remarks: list[Text]) -> str:
        written = line.first("language")
        language = language_of(written) if written else ""
        if written and language not in self.installation.catalogue.languages:
            remarks.append(text("people-line-language", written=written[:30]))
            return ""
        return language

    def _roles(self, line: Cells, notes: Notes) -> frozenset[Role]:
        found: set[Role] = set()
        for word in (part for written in line.all("roles") for part in SEVERAL.split(written) if part):
            role = role_of(word)
            if role is Role.COORDINATOR:
                notes.remarks.append(text("people-line-coordinator"))
            elif isinstance(role, Role):
                found.add(role)
            elif role != NOTHING:
                found |= self._unknown_role(word, notes)
        marked = [column for column in self.table.columns.of("role_mark") if is_marked(line.at(column.at))]
        return frozenset(found | {Role(role_of(column.heading)) for column in marked} - {Role.COORDINATOR})

    def _unknown_role(self, word: str, notes: Notes) -> set[Role]:
        """As was answered for the whole column; else it is asked."""
        answer = self.answers.get(ROLES, "")
        if answer == NOT_ADDED:
            raise Refused(text("people-line-not-added", written=word[:30]))
        if answer not in (Role.MEMBER, Role.EXPERT, LEAVE_OUT):
            self._unknown_roles[word[:30]] = self._unknown_roles.get(word[:30], 0) + 1
            notes.waits.append(text("people-line-role", written=word[:30]))
        return {Role(answer)} if answer in (Role.MEMBER, Role.EXPERT) else set()

    def _tables(self, line: Cells) -> list[str]:
        written = [part for cell in line.all("roundtables") for part in self._split_tables(cell)]
        marked = [roundtable_marked(c.heading) for c in self.table.columns.of("mark") if is_marked(line.at(c.at))]
        return [part[:LONGEST] for part in dict.fromkeys([*written, *marked]) if part]

    def _split_tables(self, cell: str) -> Iterator[str]:
        """A comma or a slash separates two roundtables only when it is not inside the name of one that is known."""
        for part in SEVERAL_TABLES.split(cell):
            if self.places.knows(part):
                yield part
            else:
                yield from re.split(r"\s*,\s*|\s+/\s+|\s*/\s*(?=\w{3})", part)

    # -- what is asked of the whole column -----------------------------------------------------------------------------

    def _ask(self) -> None:
        for asked in (*self._consents.questions(), *self._remarked.questions()):
            self.questions[asked.key] = asked
        if self._unknown_roles:
            written = ", ".join(list(self._unknown_roles)[:8])
            values = ("member", "expert", LEAVE_OUT, NOT_ADDED)
            options = tuple(Option(value, text(f"people-which-roles-{value}")) for value in values)
            lines = sum(self._unknown_roles.values())
            self.questions[ROLES] = PlanQuestion(ROLES, text("people-which-roles", written=written), options, lines)
        if self._post_alone:
            options = tuple(Option(value, text(f"people-which-post-{value}")) for value in (BY_POST, NOT_ADDED))
            self.questions[BY_POST] = PlanQuestion(BY_POST, text("people-which-post"), options, self._post_alone)
        for asked in self.places.questions():
            self.questions[asked.key] = asked


def _refused_in_way(line: Cells) -> str:
    """ "Je ne veux pas être contacté", where the way that they prefer is asked."""
    written = line.first("channel")
    return written[:LONGEST] if written and not channel_of(written) and said_in(written) is Said.NO else ""


def _is_aside(line: Cells) -> bool:
    """A total, the day of printing, a footnote: no person."""
    return any(words.startswith("*") or meaning_of("aside", words) for words in line.words())


def _address(line: Cells) -> str:
    """In one line, as on an envelope."""
    if not (line.first("street") or line.first("civic")):
        return ""
    parts = {meaning: ", ".join(line.first_whole(meaning).split("\n")) for meaning in ADDRESS}
    streets = (line.whole(column.at).strip() for column in line.columns.of("street"))  # "Adresse 1", "Adresse 2"
    parts["street"] = ", ".join(dict.fromkeys(part for street in streets for part in street.split("\n") if part))
    street = " ".join(filter(None, [parts["civic"], parts["street"]]))
    town = " ".join(filter(None, [parts["city"], f"({parts['province']})" if parts["province"] else ""]))
    return label(", ".join(filter(None, [street, parts["unit"], town, parts["postal_code"]])))[:200]


__all__ = ["DAYS", "PHONES", "ROLES", "LineReader"]
