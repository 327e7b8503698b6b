"""Ways of finding who wrote a nameless comment. Each looks at what an attacker may hold, and never at the answer.

A way gives, for each comment, the people it leaves in doubt: nobody means that it says nothing of this comment.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.nameless.region import Copy, Rows, Tables, written

PAGE = 4096
NEAR = dt.timedelta(minutes=3)
ZONE = dt.timedelta(hours=-5)
Found = dict[int, set[int]]  # id of a comment -> people


@dataclass
class Held:
    """What the attacker holds: the last copy, those before it, the log, the files' bytes, whose each address is."""

    copies: list[Copy]
    log: str
    files: dict[str, bytes]
    addresses: dict[str, int]  # address -> person
    person_files: dict[int, str]  # person -> what is kept of them, as they would be given it

    @property
    def last(self) -> Tables:
        return self.copies[-1].tables

    @property
    def beside(self) -> Tables:
        """What PostgreSQL keeps beside the rows of the last copy; nothing of SQLite."""
        return self.copies[-1].beside

    @property
    def comments(self) -> Rows:
        return [row for row in self.last["comments"] if not row["with_name"]]

    @property
    def people(self) -> set[int]:
        return set(self.addresses.values())

    def named(self, meeting_id: int) -> set[int]:
        return {r["person_id"] for r in self.last["comments"] if r["with_name"] and r["meeting_id"] == meeting_id}

    def of_contact(self, contact_id: int | None) -> int | None:
        return next((r["person_id"] for r in self.last["contacts"] if r["id"] == contact_id), None)

    def whose(self, table: str, row: dict[str, Any]) -> int | None:
        """The person that a row knows, by itself or by its contact."""
        if table == "people":
            return int(row["id"])
        if table == "contacts":
            return row["person_id"]  # type: ignore[no-any-return]
        return row.get("person_id") or self.of_contact(row.get("contact_id"))


def day(moment: dt.datetime) -> dt.date:
    return (moment + ZONE).date()


def for_each(held: Held, people_of: Callable[[dict[str, Any]], Iterable[int | None]]) -> Found:
    return {row["id"]: {p for p in people_of(row) if p in held.people} for row in held.comments}


def in_its_days(by_day: dict[Any, Any], comment: dict[str, Any]) -> set[Any]:
    """Whom the days hold between which this comment was written: the week that ends with the day kept of it."""
    return set().union(*(by_day.get(comment["confirmed_on"] - dt.timedelta(days=ago), set()) for ago in range(8)))


def on_its_day(held: Held, table: str, suspect: Callable[[dict[str, Any]], bool], moment: str) -> Found:
    """Whoever has such a row on a day when the comment may have been written, and no comment of their own."""
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    for row in held.last[table]:
        if row[moment] is not None and suspect(row):
            by_day[day(row[moment])].add(held.whose(table, row))
    return for_each(held, lambda c: in_its_days(by_day, c) - held.named(c["meeting_id"]))


# -- N1 to N7 ----------------------------------------------------------------------------------------------------


def replies_without_words(held: Held) -> Found:
    """N1: the read-back was blanked, its person, minute and parts stand."""
    return on_its_day(held, "deliveries", lambda r: not r["body"] and r["broadcast_id"] is None, "queued_at")


def replies_in_the_exports(held: Held) -> Found:
    """N1, by the exports alone: more segments were paid for than any known message has."""
    columns, rows = held.copies[-1].exports["deliveries"]
    usual = statistics.median([r[columns.index("segments")] or 0 for r in rows] or [0])  # type: ignore[type-var]
    by_day: dict[Any, set[int]] = defaultdict(set)
    names = {r["name"]: r["id"] for r in held.last["people"]}
    for row in rows:
        one = dict(zip(columns, row, strict=True))
        if one["kind"] == "reply" and one["person"] in names and (one["segments"] or 0) > usual:  # type: ignore[operator]
            by_day[day(one["queued_at"])].add(names[one["person"]])  # type: ignore[arg-type, index]
    return for_each(held, lambda c: in_its_days(by_day, c) - held.named(c["meeting_id"]))


def two_replies_at_once(held: Held) -> Found:
    """The exports alone: what was answered to one message left in two, one of which was about words for the table."""
    columns, rows = held.copies[-1].exports["deliveries"]
    names = {r["name"]: r["id"] for r in held.last["people"]}
    each = Counter((one["person"], one["queued_at"]) for one in _dicts(columns, rows) if one["kind"] == "reply")
    by_day: dict[Any, set[int]] = defaultdict(set)
    for (person, at), count in each.items():
        if count > 1 and person in names:
            by_day[day(at)].add(names[person])
    return for_each(held, lambda c: in_its_days(by_day, c) - held.named(c["meeting_id"]))


def _dicts(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[dict[str, Any]]:
    return (dict(zip(columns, row, strict=True)) for row in rows)


def neighbours_of_ids(held: Held) -> Found:
    """An id that the database gave follows the highest that stood: the comment beside it was written just before."""
    by_id = {row["id"]: row for row in held.last["comments"]}
    found: Found = {row["id"]: set() for row in held.comments}
    for comment in found:
        after = by_id.get(comment + 1)
        if after is not None and after["confirmed_at"]:
            wrote = [r for r in held.last["incoming"] if r["received_at"] < after["confirmed_at"]]
            found[comment] = {p for r in wrote[-3:] if (p := held.whose("incoming", r)) in held.people}
    return found


def remote_participations(held: Held) -> Found:
    """N2."""
    took = defaultdict(set)
    for row in held.last["remote_participations"]:
        took[row["meeting_id"]].add(row["person_id"])
    return for_each(held, lambda c: took[c["meeting_id"]] - held.named(c["meeting_id"]))


def journal_of_authors(held: Held) -> Found:
    """N3: the journal, or the withdrawn row, knows whose comment became this one."""
    pseudonyms = {r["pseudonym"]: r["id"] for r in held.last["people"]}
    wrote = defaultdict(set)
    meetings = {r["number"]: r["meeting_id"] for r in held.last["comments"]}
    for row in held.last["journal"]:
        if row["thing"] == "comment" and row["act"] in ("comments.confirmed", "comments.withdrawn"):
            known = pseudonyms.get(row["subject"] or "")
            if known:
                wrote[meetings.get(row["thing_id"])].add(known)
    for row in held.last["comments"]:
        if row["with_name"] and row["state"] == "withdrawn" and row["person_id"]:
            wrote[row["meeting_id"]].add(row["person_id"])
    standing = {
        (r["meeting_id"], r["person_id"]) for r in held.last["comments"] if r["with_name"] and r["state"] != "withdrawn"
    }
    return for_each(held, lambda c: {p for p in wrote[c["meeting_id"]] if (c["meeting_id"], p) not in standing})


def words_beside_an_address(held: Held) -> Found:
    """N4: a page of any file holds the words and somebody's address or name."""
    names = {r["name"].encode(): r["id"] for r in held.last["people"] if r["name"] and r["id"] in held.people}
    marks = {address.encode(): person for address, person in held.addresses.items()} | names

    def beside(comment: dict[str, Any]) -> Iterator[int]:
        for page in itertools.chain.from_iterable(map(pages, held.files.values())):
            if words_of(comment).encode() in page:
                yield from (person for mark, person in marks.items() if mark in page)

    return for_each(held, beside)


def pages(file: bytes) -> Iterator[bytes]:
    """Of a database by its pages, of its log by its frames, of anything else by its lines."""
    if file[:6] != b"SQLite" and file[:3] != b"\x37\x7f\x06":
        yield from file.splitlines()
        return
    log = file[:3] == b"\x37\x7f\x06"
    start, step, head = (32, PAGE + 24, 24) if log else (0, PAGE, 0)
    for place in range(start, len(file), step):
        yield file[place + head : place + step]


def words_of(comment: dict[str, Any]) -> str:
    """The part that nobody else wrote."""
    found = re.search(r"x[a-z]{9}", comment["words"])
    return found[0] if found else "never said"


def shown_words(held: Held) -> Found:
    """N5 and after: the words stand in another table than their own, beside somebody."""

    def shown(comment: dict[str, Any]) -> Iterator[int | None]:
        for table, rows in held.last.items():
            for row in rows if table != "comments" else ():
                if words_of(comment) in written(row):
                    yield held.whose(table, row)

    return for_each(held, shown)


def paid_from_afar(held: Held) -> Found:
    """N6: an export shows the name of whoever was paid for taking part from afar."""
    columns, rows = held.copies[-1].exports["claims"]
    names = {r["name"]: r["id"] for r in held.last["people"]}
    paid = defaultdict(set)
    for row in rows:
        one = dict(zip(columns, row, strict=True))
        if one.get("remote"):
            paid[one["meeting"]].add(names.get(str(one["person"])))
    return for_each(held, lambda c: paid[c["meeting_id"]])


def blanked_messages(held: Held) -> Found:
    """N7: the message received is blank, and keeps its number at the provider, its sender and its minute."""
    return on_its_day(held, "incoming", lambda r: not r["text"] and r["kind"] == "text", "received_at")


# -- other ways --------------------------------------------------------------------------------------------------


def holes(rows: Rows, key: str = "id") -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Neighbours between which some numbers of a counter are missing."""
    numbered = sorted((r for r in rows if isinstance(r[key], int) and r[key] > 0), key=lambda r: int(r[key]))
    for before, after in itertools.pairwise(numbered):
        if 1 < after[key] - before[key] < 60:
            yield before, after


def beside_holes(table: str, moment: str) -> Callable[[Held], Found]:
    """Numbers count: those that are missing were between two messages of the same person."""

    def beside(held: Held) -> Found:
        by_day: dict[dt.date, set[int | None]] = defaultdict(set)
        for before, after in holes(held.last[table]):
            for row in (before, after):
                if row[moment] is not None:
                    by_day[day(row[moment])].add(held.whose(table, row))
        return for_each(held, lambda c: in_its_days(by_day, c))

    beside.__name__ = f"holes_in_{table}"
    return beside


def holes_in_a_chat(held: Held) -> Found:
    """Telegram numbers the messages of a chat: what is missing between two of them was deleted."""
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    chats = defaultdict(list)
    for row in held.last["deliveries"]:
        number = re.sub(r"\D", "", row["provider_id"] or "") if row["channel"] == "telegram" else ""
        if number and len(number) < 9:
            chats[held.whose("deliveries", row)].append({"number": int(number), "at": row["queued_at"]})
    for person, rows in chats.items():
        for before, _ in holes(rows, "number"):
            by_day[day(before["at"])].add(person)
    return for_each(held, lambda c: in_its_days(by_day, c))


def heard_without_a_message(held: Held) -> Found:
    """The contact was last, or first, heard at a minute when no message of theirs stands."""
    heard = {(r["sender"], r["handled_at"]) for r in held.last["incoming"]}
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    for row in held.last["contacts"]:
        for name in ("first_heard_at", "last_heard_at"):
            if row[name] is not None and (f"{row['channel']}:{row['address']}", row[name]) not in heard:
                by_day[day(row[name])].add(row["person_id"])
    return for_each(held, lambda c: in_its_days(by_day, c))


REFERENCES = (
    ("deliveries", "incoming_id", "incoming", "queued_at"),
    ("deliveries", "question_id", "questions", "queued_at"),
    ("questions", "delivery_id", "deliveries", "asked_at"),
    ("questions", "dialogue_id", "dialogues", "asked_at"),
    ("tasks", "incoming_id", "incoming", "created_at"),
    ("tasks", "delivery_id", "deliveries", "created_at"),
    ("media", "incoming_id", "incoming", "created_at"),
)


def broken_references(held: Held) -> Found:
    """A row that knows a person speaks of a row that is gone."""
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    for table, column, other, moment in REFERENCES:
        there = {r["id"] for r in held.last[other]}
        for row in held.last[table]:
            if row[column] is not None and row[column] not in there:
                by_day[day(row[moment])].add(held.whose(table, row))
    return for_each(held, lambda c: in_its_days(by_day, c) - held.named(c["meeting_id"]))


def talks(held: Held) -> Found:
    """Whoever had a talk for a comment, or answered the offer, and has no comment to their name."""
    began: set[int | None] = {r["person_id"] for r in held.last["dialogues"] if r["name"] == "comment"}
    began |= {r["person_id"] for r in held.last["questions"] if r["kind"].startswith("comments.") and r["answered_at"]}
    return for_each(held, lambda c: began - held.named(c["meeting_id"]))


KEYWORDS = re.compile(r"commentaire|comment|corrige|retirer|sans mon nom", re.IGNORECASE)


def keywords(held: Held) -> Found:
    """Whoever wrote COMMENTAIRE, CORRIGE, RETIRER or SANS MON NOM, and has no comment to their name."""
    return on_its_day(held, "incoming", lambda r: bool(KEYWORDS.match(r["text"] or "")), "received_at")


def answers_without_a_message(held: Held) -> Found:
    """A reply to nothing, a message without a reply: half of an exchange is gone."""
    answered = {r["incoming_id"] for r in held.last["deliveries"]}
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    for row in held.last["incoming"]:
        if row["id"] not in answered:
            by_day[day(row["received_at"])].add(held.whose("incoming", row))
    for row in held.last["deliveries"]:
        if row["kind"] == "reply" and row["incoming_id"] is None:
            by_day[day(row["queued_at"])].add(held.whose("deliveries", row))
    return for_each(held, lambda c: in_its_days(by_day, c) - held.named(c["meeting_id"]))


def answers_to_meetings_without_a_message(held: Held) -> Found:
    """Coming or absent, at a minute when no message of theirs stands."""
    heard = {(r["person_id"], r["handled_at"]) for r in held.last["incoming"]}
    by_day: dict[dt.date, set[int | None]] = defaultdict(set)
    for row in held.last["attendances"]:
        if row["answered_at"] is not None and (row["person_id"], row["answered_at"]) not in heard:
            by_day[day(row["answered_at"])].add(row["person_id"])
    return for_each(held, lambda c: in_its_days(by_day, c))


def moments_of_the_comment(held: Held) -> Found:
    """Any moment in the comment's own row, or in a row that speaks of its number, and who was there then."""

    def there(comment: dict[str, Any]) -> Iterator[int | None]:
        moments = [v for v in comment.values() if isinstance(v, dt.datetime)]
        for table in ("journal", "tasks"):
            moments += [
                v
                for r in held.last[table]
                if str(comment["number"]) in (str(r.get("thing_id")), r.get("note"))
                for v in r.values()
                if isinstance(v, dt.datetime) and r.get("act") in (None, "comments.confirmed")
            ]
        for row in held.last["incoming"]:
            if any(abs(row["received_at"] - moment) < NEAR for moment in moments):
                yield held.whose("incoming", row)

    return for_each(held, there)


def order_of_rows(held: Held) -> Found:
    """In the table's own order a comment stands between two whose minute is known: who wrote then?"""
    rows = held.last["comments"]
    found: Found = {}
    for place, row in enumerate(rows):
        if row["with_name"]:
            continue
        before = [r["confirmed_at"] for r in rows[:place] if r["confirmed_at"]]
        after = [r["confirmed_at"] for r in rows[place + 1 :] if r["confirmed_at"]]
        low, high = max(before, default=None), min(after, default=None)
        found[row["id"]] = set()
        if low and high and low < high and high - low < dt.timedelta(days=1):
            found[row["id"]] = {
                p for r in held.last["incoming"] if low <= r["received_at"] <= high and (p := held.whose("incoming", r))
            }
    return found


def channel_of_its_news(held: Held) -> Found:
    """The news that left by a return path say by which channel, in which language, in how many parts."""
    by_channel = defaultdict(set)
    for row in held.last["contacts"]:
        by_channel[row["channel"]].add(row["person_id"])
    seen = Counter(r["channel"] for r in held.last["deliveries"] if r["return_path_id"] is not None)
    only = [channel for channel in seen if channel]
    return for_each(held, lambda _: by_channel[only[0]] if len(only) == 1 else set())


def news_of_its_meeting(held: Held) -> Found:
    """The rows of one return path, put beside the comments whose days they have."""
    people_by = defaultdict(set)
    for row in held.last["contacts"]:
        people_by[row["channel"]].add(row["person_id"])
    by_path = defaultdict(list)
    for row in held.last["deliveries"]:
        if row["return_path_id"] is not None:
            by_path[row["return_path_id"]].append(row)

    def likely(comment: dict[str, Any]) -> set[int]:
        days = {comment[name] for name in ("carried_on", "read_on", "answered_on") if comment[name]}
        same = [rows for rows in by_path.values() if {day(r["queued_at"]) for r in rows} == days]
        channels = {r["channel"] for rows in same for r in rows if r["channel"]}
        return people_by[channels.pop()] if len(channels) == 1 else set()

    return for_each(held, likely)


def what_the_day_cost(held: Held) -> Found:
    """The day's account, less what stands, is what was deleted: by text, or by the other channel."""
    by_channel = defaultdict(set)
    for row in held.last["contacts"]:
        by_channel[row["channel"]].add(row["person_id"])
    spent = {r["day"]: r["cost"] for r in held.last["spending"] if r["channel"] == "sms"}
    stands: Counter[dt.date] = Counter()
    for row in held.last["deliveries"]:
        if row["channel"] == "sms" and row["sent_at"]:
            stands[day(row["sent_at"])] += row["cost"]

    def likely(comment: dict[str, Any]) -> set[int]:
        when = comment["confirmed_on"]
        if when not in spent:
            return set()
        return by_channel["sms" if spent[when] > stands[when] else "telegram"]

    return for_each(held, likely)


def calls_to_make(held: Held) -> Found:
    """A call whose reason is not said."""
    return on_its_day(held, "tasks", lambda r: r["incoming_id"] is None and not r["note"], "created_at")


def in_the_log(held: Held) -> Found:
    named = {person for address, person in held.addresses.items() if address[-7:] in held.log}
    return for_each(held, lambda _: named)


def numbers_in_order(held: Held) -> Found:
    """The lowest number was given first, so to the first of that meeting's talks that are gone."""
    gone = talks(held)
    return {comment: people for comment, people in gone.items() if people}


# -- two copies --------------------------------------------------------------------------------------------------


def between_copies(held: Held) -> Iterator[tuple[Copy, Copy, list[dict[str, Any]]]]:
    """Two copies that follow each other, and the nameless comments that came between them."""
    for before, after in itertools.pairwise(held.copies):
        known = {r["id"] for r in before.tables["comments"]}
        came = [r for r in after.tables["comments"] if not r["with_name"] and r["id"] not in known]
        if came:
            yield before, after, came


def vanished(held: Held) -> Found:
    """A row of the first copy that is not in the second knew somebody."""
    found: Found = {row["id"]: set() for row in held.comments}
    for before, after, came in between_copies(held):
        people: set[int] = set()
        for table in ("incoming", "deliveries", "questions", "dialogues", "tasks"):
            left = {r["id"] for r in after.tables[table]}
            people |= {
                p for r in before.tables[table] if r["id"] not in left and (p := held.whose(table, r)) in held.people
            }
        for row in came:
            if row["id"] in found:
                found[row["id"]] |= people
    return found


def changed_without_a_message(held: Held) -> Found:
    """A row about somebody changed, and nothing of theirs came nor left meanwhile."""
    found: Found = {row["id"]: set() for row in held.comments}
    for before, after, came in between_copies(held):
        seen = {held.whose("incoming", r) for r in after.tables["incoming"] if r["received_at"] > before.at}
        seen |= {held.whose("deliveries", r) for r in after.tables["deliveries"] if r["queued_at"] > before.at}
        people: set[int] = set()
        for table in ("people", "contacts", "attendances", "tasks", "questions"):
            was = {r["id"]: r for r in before.tables[table]}
            for row in after.tables[table]:
                if row["id"] in was and row != was[row["id"]] and (p := held.whose(table, row)) in held.people:
                    people.add(p)  # type: ignore[arg-type]
        for row in came:
            if row["id"] in found:
                found[row["id"]] |= people - seen
    return found


def same_words_named_before(held: Held) -> Found:
    """The words stood beside a name in an earlier copy. (Written as a limit: only what was copied meanwhile.)"""

    def before(comment: dict[str, Any]) -> Iterator[int | None]:
        for copy in held.copies:
            for row in copy.tables["comments"]:
                if row["with_name"] and row["words"] == comment["words"]:
                    yield row["person_id"]

    return for_each(held, before)


# -- what a person does is not what they write --------------------------------------------------------------------


def wrote_in_those_days(held: Held) -> Found:
    return on_its_day(held, "incoming", lambda r: True, "received_at")


def cannot_come(held: Held) -> Found:
    absent = defaultdict(set)
    for row in held.last["attendances"]:
        if row["answer"] == "absent":
            absent[row["meeting_id"]].add(row["person_id"])
    return for_each(held, lambda c: absent[c["meeting_id"]])


def said_absent_in_those_days(held: Held) -> Found:
    """Two exports together: the journal says who answered "absent" on the days of the comment."""
    return on_its_day(held, "attendances", lambda r: r["answer"] == "absent", "answered_at")


def absent_and_offered_nothing(held: Held) -> Found:
    """Whoever cannot come is offered to have their words carried, unless they had given them already."""
    offered = {(r["person_id"], r["subject_id"]) for r in held.last["questions"] if r["kind"] == "comments.offer"}
    silent = defaultdict(set)
    for row in held.last["attendances"]:
        if row["answer"] == "absent" and (
            row["offered_comment_at"] is None or (row["person_id"], row["meeting_id"]) not in offered
        ):
            silent[row["meeting_id"]].add(row["person_id"])
    return for_each(held, lambda c: silent[c["meeting_id"]] - held.named(c["meeting_id"]))


def looked_at(held: Held) -> Found:
    """The access log: whose comments a coordinator was shown, who have none to their name."""
    seen = {r["person_id"] for r in held.last["looks"] if r["act"].startswith("comments.")}
    return for_each(held, lambda c: seen - held.named(c["meeting_id"]))


def in_their_file(held: Held) -> Found:
    """A person's file, which passes by a coordinator's hands, holds the words or the number."""

    def there(comment: dict[str, Any]) -> Iterator[int]:
        for person, said in held.person_files.items():
            if words_of(comment) in said or re.search(rf"\b{comment['number']}\b", said):
                yield person

    return for_each(held, there)


def the_day_it_came(held: Held) -> Found:
    """Two copies of a day and of the next: the comment is in the second alone. Who wrote meanwhile?"""
    found: Found = {row["id"]: set() for row in held.comments}
    for before, after, came in between_copies(held):
        wrote = {held.whose("incoming", r) for r in after.tables["incoming"] if r["received_at"] > before.at}
        for row in came:
            found[row["id"]] |= {p for p in wrote if p in held.people}
    return found


WAYS: Sequence[Callable[[Held], Found]] = (
    replies_without_words,
    two_replies_at_once,
    neighbours_of_ids,
    remote_participations,
    journal_of_authors,
    words_beside_an_address,
    shown_words,
    paid_from_afar,
    blanked_messages,
    *(
        beside_holes(table, moment)
        for table, moment in (
            ("incoming", "received_at"),
            ("deliveries", "queued_at"),
            ("questions", "asked_at"),
            ("dialogues", "started_at"),
            ("tasks", "created_at"),
        )
    ),
    holes_in_a_chat,
    heard_without_a_message,
    broken_references,
    talks,
    keywords,
    answers_without_a_message,
    answers_to_meetings_without_a_message,
    moments_of_the_comment,
    order_of_rows,
    channel_of_its_news,
    news_of_its_meeting,
    what_the_day_cost,
    calls_to_make,
    in_the_log,
    numbers_in_order,
    vanished,
    changed_without_a_message,
    same_words_named_before,
    absent_and_offered_nothing,
    looked_at,
    in_their_file,
)
# What is not promised: the words of docs/nameless.md that say so, and how many times a guess it may tell at most.
LIMITS: Sequence[tuple[Callable[[Held], Found], str, float]] = (
    (the_day_it_came, "**A copy of each day.**", 4),
    (cannot_come, "**Who cannot come.**", 2),
    (said_absent_in_those_days, "**Who cannot come.**", 2),
    (wrote_in_those_days, "**Who cannot come.**", 2),
    (replies_in_the_exports, "**Who cannot come.**", 2),
)


def chance(found: set[int], author: int, everyone: int) -> float:
    """The chance of the true author when one of `found` is named by lot; of anybody when nobody was found."""
    if not found:
        return 1 / everyone
    return 1 / len(found) if author in found else 0.0
