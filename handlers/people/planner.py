"""Makes a plan from what is known, without a database: each line finds its person or brings a new one.

The same planner serves one person added by hand and a list of thousands; the same lines twice plan nothing. What a
person chose since (their language, a stop) is never taken back.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from db.people import Role
from handlers.acting import Actor
from handlers.installation import Installation
from handlers.near_names import key_of
from handlers.people.held import add_phones, by_voice, held_back
from handlers.people.known import Address, Known, KnownPerson, digits_of
from handlers.people.plan import (
    ContactChange,
    DraftLine,
    LineFate,
    PersonChange,
    Plan,
    PlannedLine,
    Shared,
)
from handlers.people.same_name import completed, of_this_name, size
from handlers.people.shared_yes import each_says_yes, shared_to_call, who_is_asked
from handlers.people.spec import Checked
from handlers.people.weighing import Weighing
from messages import Text, text
from messages.channels import UNWRITTEN, spec_of
from messages.keywords import fold

KEPT = ("name", "territory", "channel", "postal_address")  # filled when they are empty, never replaced


class Planner:
    """Takes one draft after the other; what the earlier ones bring is known to the later."""

    def __init__(
        self,
        known: Known,
        installation: Installation,
        now: dt.datetime,
        actor: Actor,
        *,
        scope: str = "",
        of_a_list: bool = False,
    ) -> None:
        """`actor`: who invites those without a consent. `scope`: the one territory where people are added and changed.
        `of_a_list`: it may be older than what ended since, which it does not bring back."""
        self.plan = Plan()
        self._known = known
        self._installation = installation
        self._now = now
        self._actor = actor
        self._by = actor.name or installation.contact_name
        self._scope = scope
        self._of_a_list = of_a_list
        self._people: dict[int, PersonChange] = {}  # by the id of who is known
        self._contacts: dict[Address, ContactChange] = {}
        self._on_paper: dict[str, PersonChange] = {}
        self._added: dict[str, list[int]] = {}  # folded name -> lines of new people
        self._line_of: dict[int, int] = {}  # of each person, where their last line stands in the plan
        self._lines_at: dict[Address, list[int]] = {}
        self._weighing = Weighing(self.plan, known, installation, now, self._by, of_a_list)

    def take(self, draft: DraftLine, person_id: int | None = None) -> PersonChange | None:
        """Plan one line: of `person_id` when it is known who, else of whoever its addresses name."""
        if draft.checked is None:
            assert draft.why is not None
            self._note(draft, LineFate.ASK if draft.asked else LineFate.REFUSE, draft.why, *draft.remarks)
            return None
        checked, held = held_back(draft.checked, self._elsewhere_behind)
        found = [self._person(person_id)] if person_id is not None else self._found(checked)
        if checked.called and not found:
            checked = by_voice(checked)
            found = self._found(checked)
        if len(found) > 1:
            self._note(draft, LineFate.REFUSE, text("people-two-people", name=checked.name))
            return None
        known = self._known.people.get(found[0].id) if found and found[0].id is not None else None
        if known is not None and (checked.channel or known.channel) in UNWRITTEN:
            checked = replace(checked, called=True)
        why = self._refused(checked, known) or self._not_theirs_to_give(checked, known)
        if not found and not why:
            why = self._said_no(checked)
        if why:
            self._note(draft, LineFate.REFUSE, why)
            return None
        person = self._write(draft, checked, found[0] if found else None, known)
        self.plan.held += [(person, address, whose) for address, whose in held]
        return person

    def _elsewhere_behind(self, channel: str, address: str) -> int | None:
        """Whose this address is, of those whom this actor answers for in no way."""
        behind = [person.id for person in self._contact(channel, address).people] if self._scope else []
        return next((id for id in behind if id is not None and self._is_elsewhere(id)), None)

    def _is_elsewhere(self, id: int) -> bool:
        territory = self._known.people[id].territory
        return (bool(territory) and self._is_not_theirs(territory)) or self._is_anothers_power(id)

    def _is_not_theirs(self, territory: str) -> bool:
        """Under any of its names, a territory that this actor does not answer for."""
        return key_of(self._known.territories.get(key_of(territory), territory)) != key_of(self._scope)

    def _refused(self, checked: Checked, known: KnownPerson | None) -> Text | None:
        """Whoever answers for one territory writes no people of another down, nor at their tables."""
        if not self._scope:
            return None
        tables = {self._known.tables_of.get(key_of(name), "") for name in checked.roundtables}
        for territory in {checked.territory, known.territory if known else "", *tables} - {""}:
            if self._is_not_theirs(territory):
                return text("access-other-territory", territory=self._scope)
        return None

    def _said_no(self, checked: Checked) -> Text | None:
        """Somebody of this very name said no: an address that is not on their card is not written to unasked."""
        if not checked.addresses or checked.consent or checked.declined or checked.called:
            return None
        same = [id for id in self._known.names.get(fold(checked.name), []) if id in self._known.refusals]
        if not same:
            return None
        return text("people-plan-name-said-no", number=0 if self._scope else same[0], name=checked.name)

    def _not_theirs_to_give(self, checked: Checked, known: KnownPerson | None) -> Text | None:
        """An address of a coordinator comes and goes by themself or by the shell; an account is of one person."""
        mine = known.id if known is not None else None
        for channel, address in checked.addresses:
            behind = [person.id for person in self._contact(channel, address).people]
            if mine is not None and mine in behind:
                continue
            if any(self._is_anothers_power(id) for id in [mine, *behind]):
                return text("people-coordinator-address")
            if behind and mine is not None and spec_of(channel).alone:
                return text("people-telegram-taken", number=behind[0] or 0)
        return None

    def _is_anothers_power(self, id: int | None) -> bool:
        known = self._known.people.get(id) if id is not None else None
        return known is not None and Role.COORDINATOR in known.roles and not self._actor.may_move(known.id)

    def _note(self, draft: DraftLine, what: LineFate, *why: Text) -> None:
        self.plan.lines.append(PlannedLine(draft.line, draft.name, what, why))

    # -- who it is ----------------------------------------------------------------------------------------------------

    def _found(self, checked: Checked) -> list[PersonChange]:
        """The person already there under these addresses; on a phone, under this name too: two may share it."""
        found: list[PersonChange] = []
        for channel, address in checked.addresses:
            there = self._contact(channel, address).people
            same = there if spec_of(channel).alone else of_this_name(there, checked.name)
            found += [person for person in same if person not in found]
        found = found or self._at_home(checked)
        if found or checked.addresses:
            return found
        folded = fold(checked.name)
        if folded in self._on_paper:
            return [self._on_paper[folded]]
        known = self._known.on_paper.get(folded)
        return [self._person(known)] if known is not None else []

    def _at_home(self, checked: Checked) -> list[PersonChange]:
        """Those of this name who have one of these numbers to call on their card."""
        ids = dict.fromkeys(id for one in checked.other_phones for id in self._known.to_call.get(digits_of(one), []))
        there = [self._person(id) for id in ids if not (self._scope and self._is_elsewhere(id))]
        return of_this_name(there, checked.name)

    def _person(self, id: int) -> PersonChange:
        if id not in self._people:
            self._people[id] = PersonChange(id, self._known.people[id].name)
        return self._people[id]

    def _contact(self, channel: str, address: str) -> ContactChange:
        if (channel, address) not in self._contacts:
            known = self._known.contacts.get((channel, address))
            change = ContactChange(known.id if known else None, channel, address)
            change.people = [self._person(id) for id in known.people] if known else []
            self._contacts[channel, address] = change
        return self._contacts[channel, address]

    # -- what changes -------------------------------------------------------------------------------------------------

    def _write(
        self, draft: DraftLine, checked: Checked, person: PersonChange | None, known: KnownPerson | None
    ) -> PersonChange:
        before = person.changes if person else False
        remarks = list(draft.remarks)
        new = person is None
        if person is None:
            person = self._add(draft, checked)
            remarks += self._homonyms(draft)
        elif person.name and fold(person.name) != fold(checked.name):
            remarks.append(text("people-plan-known-as", name=person.name))
        had = size(person)
        self._fill(person, checked, known, remarks)
        changed = size(person) != had
        reached = self._reach(draft, person, checked, remarks)
        if person.changes and not before:
            self.plan.people.append(person)
        what = LineFate.ADD if new else LineFate.CHANGE if changed or reached else LineFate.SAME
        if what is LineFate.CHANGE and self._of_a_list:
            remarks.append(completed(person, had, reached=reached))
        elif what is LineFate.SAME:
            remarks = [why for why in remarks if why.id != "people-line-no-day"]  # they were asked already
        self._line_of[id(person)] = len(self.plan.lines)
        self._note(draft, what, *remarks)
        return person

    def _add(self, draft: DraftLine, checked: Checked) -> PersonChange:
        person = PersonChange(None, checked.name)
        person.values["language"] = checked.language or self._installation.default_language
        if not checked.addresses:
            self._on_paper[fold(checked.name)] = person
        return person

    def _homonyms(self, draft: DraftLine) -> list[Text]:
        folded = fold(draft.name)
        lines = self._added.setdefault(folded, [])
        found = [text("people-plan-same-name-known", number=id) for id in self._known.names.get(folded, [])[:1]]
        found += [text("people-plan-same-name-line", line=line) for line in lines[:1]]
        lines.append(draft.line)
        return found

    def _fill(self, person: PersonChange, checked: Checked, known: KnownPerson | None, remarks: list[Text]) -> None:
        for name in KEPT:
            value = getattr(checked, name)
            if value and not person.values.get(name) and not (known and getattr(known, name)):
                person.values[name] = value
                person.name = person.name or checked.name
        add_phones(person, checked, known)
        has = known.roles if known else set()
        ended = (known.ended_roles - has if known else set()) if self._of_a_list else set()
        remarks += [text(f"people-plan-ended-{role}") for role in sorted(checked.roles & ended)]
        person.roles |= checked.roles - has - ended
        if not has and not person.roles and person.id is None:
            person.roles.add(Role.MEMBER)
        for name in checked.roundtables:
            key = key_of(name)
            there = self._known.roundtables.get(key)
            if there is None:
                self.plan.roundtables.setdefault(key, (name, checked.territory))
            elif self._of_a_list and known is not None and there[0] in known.left - known.seats:
                remarks.append(text("people-plan-left-table", table=there[1]))
                continue
            if there is None or known is None or there[0] not in known.seats:
                person.seats[key] = None
        territory = person.values.get("territory", "")
        if territory and key_of(territory) not in self._known.territories:
            self.plan.territories.setdefault(key_of(territory), territory)

    def _reach(self, draft: DraftLine, person: PersonChange, checked: Checked, remarks: list[Text]) -> bool:
        """Their addresses, and the consent for each. Whether anything moves."""
        changed = False
        contacts = [self._contact(*address) for address in checked.addresses]
        for contact in contacts:
            changed |= self._attach(draft, contact, person)
        if not checked.addresses and (checked.consent or checked.declined) and person.id is not None:
            known = self._known.contacts_of(person.id)
            contacts = [self._contact(contact.channel, contact.address) for contact in known]
        for contact in contacts:
            changed |= self._weighing.weigh(draft.line, contact, person, checked, remarks)
        if checked.declined and not contacts and (person.id is None or person.id not in self._known.refusals):
            person.values["refused"] = checked.consent or "non"
            person.refused_at = checked.consent_at or self._now
            changed = True
        return changed

    def _attach(self, draft: DraftLine, contact: ContactChange, person: PersonChange) -> bool:
        self._lines_at.setdefault((contact.channel, contact.address), []).append(draft.line)
        if person in contact.people:
            return False
        contact.people.append(person)
        contact.attach.append(person)
        return True

    def end(self) -> Plan:
        """The plan of all that was taken."""
        plan = self.plan
        for contact in self._contacts.values():
            each_says_yes(plan, contact, self._known, self._by, self._line_of)
        for contact in self._contacts.values():
            plan.asked += who_is_asked(contact, self._known)
        plan.contacts = [one for one in self._contacts.values() if one.changes]
        for contact in plan.contacts:
            if len(contact.people) > 1 and contact.attach and not spec_of(contact.channel).alone:
                names = tuple(person.name or "?" for person in contact.people)
                lines = tuple(self._lines_at.get((contact.channel, contact.address), []))
                plan.shared.append(Shared(contact.address, names, lines))
        plan.shared += shared_to_call(plan)
        return plan
