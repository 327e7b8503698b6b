"""What a consent that was written down changes of an address: weighed against the stops and the yeses of its ledger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from db.contacts import Consent
from db.refusals import Refusal
from handlers.installation import Installation
from handlers.people.known import Address, Known, KnownContact
from handlers.people.plan import ContactChange, PersonChange, Plan, PlannedConsent
from handlers.people.spec import Checked
from messages import Text, text


@dataclass(slots=True)
class Weighing:
    """`by`: who invites those without a consent. `of_a_list`: it may be older than what was said since."""

    plan: Plan
    known: Known
    installation: Installation
    now: dt.datetime
    by: str
    of_a_list: bool
    _answers: dict[Address, dict[bool, tuple[PersonChange, int]]] = field(default_factory=dict)  # yes, no: who first

    def weigh(
        self, line: int, contact: ContactChange, person: PersonChange, checked: Checked, remarks: list[Text]
    ) -> bool:
        """Whether anything moves."""
        remarks += self._contradicted(line, contact, person, checked)
        known = self.known.contacts.get((contact.channel, contact.address))
        no = self.known.refusals.get(person.id) if person.id is not None and person in contact.attach else None
        if no is not None and self._holds(no, checked):
            return self._kept_no(contact, person, no, remarks)
        if checked.declined:
            return self._declined(contact, person, checked, known, remarks)
        if checked.consent and checked.consent_at is not None:
            return self._agreed(contact, person, checked, known, remarks)
        standing = contact.consent or (known.consent if known else Consent.NONE)
        new = standing is Consent.NONE and not checked.called
        if new or (standing is Consent.INVITED and person in contact.attach):  # a second of this phone is asked after
            contact.consent = Consent.INVITED
            if person.id is None or not self.known.people[person.id].invited_by:
                person.values.setdefault("invited_by", self.by)
            return True
        return False

    def _holds(self, no: Refusal, checked: Checked) -> bool:
        """Against what is written down now: a yes that came after it ends it."""
        at = checked.consent_oldest or checked.consent_at
        return not checked.declined and not (checked.consent and at is not None and at > no.at)

    def _kept_no(self, contact: ContactChange, person: PersonChange, no: Refusal, remarks: list[Text]) -> bool:
        """The no of a person holds at an address that is new to them; whoever shares it and said yes is written to."""
        if not self.known.people[person.id or 0].refused:
            person.values["refused"], person.refused_at = no.words, no.at
        remarks.append(text("people-plan-no-holds", day=self._day(no.at), words=no.words))
        if len(contact.people) == 1:
            contact.entries.append(PlannedConsent(person, False, no.words, no.at))
            contact.consent = Consent.WITHDRAWN
        else:
            contact.awaited.append(person)
        return True

    def _contradicted(self, line: int, contact: ContactChange, person: PersonChange, checked: Checked) -> list[Text]:
        """Two people of one phone, a yes and a no: the no stands, whichever line comes first, and it is said."""
        if not (checked.consent or checked.declined):
            return []
        said = self._answers.setdefault((contact.channel, contact.address), {})
        said.setdefault(not checked.declined, (person, line))
        other, at = said.get(checked.declined, (person, 0))
        return [text("people-plan-contradicted", line=at, name=other.name)] if other is not person else []

    def _agreed(
        self,
        contact: ContactChange,
        person: PersonChange,
        checked: Checked,
        known: KnownContact | None,
        remarks: list[Text],
    ) -> bool:
        """A withdrawal outlives any consent that could have been given before it."""
        assert checked.consent_at is not None
        refused_by, _line = self._answers[contact.channel, contact.address].get(False, (person, 0))
        if refused_by is not person:
            return False
        entry = PlannedConsent(person, True, checked.consent, checked.consent_at)
        given = {(one.words, one.at) for one in contact.entries if one.person is person}
        given |= known.given if known is not None and person.id in known.said_yes else set()
        if (entry.words, entry.at) in given:
            return False
        stops = [*(known.stops if known else []), *(one.at for one in contact.entries if not one.given)]
        if any(stop >= (checked.consent_oldest or checked.consent_at) for stop in stops):
            remarks.append(text("people-plan-stop-stands", day=self._day(max(stops))))
            self.plan.withdrawn += 1
            return False
        contact.entries.append(entry)
        contact.consent = Consent.GIVEN
        return True

    def _declined(
        self,
        contact: ContactChange,
        person: PersonChange,
        checked: Checked,
        known: KnownContact | None,
        remarks: list[Text],
    ) -> bool:
        """A no that was written down. It undoes no yes that may have come after it: in a list, one without a day may be
        old; of one person, it is of this moment."""
        at = checked.consent_at or (None if self.of_a_list else self.now)
        stops = known.stops if known is not None and known.consent is Consent.WITHDRAWN else []
        if stops and (checked.consent_at is None or max(stops) >= checked.consent_at):
            return False
        last = max(known.yeses, default=None) if known is not None else None
        if last is not None and (at is None or last > at or (self.of_a_list and last == at)):
            remarks.append(text("people-plan-yes-since", day=self._day(last)))
            return False
        if contact.consent is not Consent.WITHDRAWN:
            contact.entries.append(PlannedConsent(person, False, checked.consent or "non", at or self.now))
            contact.consent = Consent.WITHDRAWN
            return True
        return False

    def _day(self, when: dt.datetime) -> dt.date:
        return self.installation.local(when).date()
