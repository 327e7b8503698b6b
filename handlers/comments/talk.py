"""How someone's words are collected, read back, corrected and confirmed. Nothing is for the table before their yes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from db.comments.questions import meetings_open_for_comments, own_comments
from db.comments.tables import Comment
from db.conversations import Question
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Meeting
from db.tasks import add_task
from handlers.comments import acts, nameless, taking_back
from handlers.dialogue import Given, Talk, Unclear, dialogue, forget
from handlers.heard import for_a_human
from handlers.turn import Said, Start, Turn
from messages import Channel, Option, Text, text
from messages.keywords import Understood, fold
from messages.sentences.comments import Choice, CommentSigns, read_comment
from messages.sentences.pieces import join_pieces

LONGEST_READ_BACK = 600
LONGEST_QUOTE = 60
MOST_PRIVATE = 3
AGAIN = "again"
FEWEST_ADDED = 3  # words: fewer, after the read-back, are an answer that is not clear
YES = Option("yes", text("comments-option-yes"))
CORRECT = Option("correct", text("comments-option-correct"))
NAMELESS = Option("nameless", text("comments-option-nameless"))
WITHDRAW = Option("withdraw", text("comments-option-withdraw"))


async def comment_keyword(turn: Turn, understood: Understood) -> Said:
    """COMMENTAIRE, alone or with the words behind it."""
    return await _start(turn, understood.payload)


async def offered(turn: Turn, question: Question, given: Given) -> Said:
    """The answer to "do you want to say something?": yes, no, or the words themselves at once."""
    if given.value == "no":
        return text("comments-offer-declined")
    words = "" if given.value == "yes" else given.text
    return await _start(turn, words, question.subject_id)


async def _start(turn: Turn, first_words: str, meeting_id: int | None = None) -> Said:
    if turn.person is None:
        return None
    meetings = await meetings_open_for_comments(turn.session, turn.person.id, turn.house.today(turn.now), turn.now)
    if not meetings:
        await for_a_human(turn, "question")
        return text("comments-none-open", name=turn.house.contact_name, phone=turn.house.contact_phone)
    start: dict[str, object] = {"meeting": meeting_id} if meeting_id in [m.id for m in meetings] else {}
    if first_words:
        start["first"] = {"id": turn.row.id, "text": first_words}
    return Start("comment", start)


@dialogue("comment")
async def comment(talk: Talk) -> Said:
    _take_what_was_said(talk)
    meeting = await _meeting(talk)
    pieces = await _pieces(talk, meeting)
    words, ids = await _whole(talk, pieces), [piece["id"] for piece in pieces if piece["id"] is not None]
    talk.keep_once(nameless.WRITTEN, sorted({*ids, *talk.row.once.get(nameless.WRITTEN, [])}))
    signs = read_comment(words, talk.house.today(talk.now))
    if signs.anonymous or talk.start.get("nameless"):
        talk.keep_once("nameless", True)  # a wish that no correction undoes
    words = await _without_private(talk, words, signs.private)
    points = await agenda_of(talk.session, meeting.id)
    choices = [c for c in signs.choices if c.number in {p.number for p in points}]
    point = None if choices else await _point(talk, points, words)
    choice = await _read_back(talk, meeting, words, choices, points)
    if choice == "correct":
        for key in ("words", "rest", "private", "point", "read_back"):
            talk.forget(key)
        return await comment.script(talk)
    if choice == AGAIN:
        return await comment.script(talk)
    if choice in ("withdraw", "human"):
        return await _drop(talk, choice, ids)
    return await _keep(talk, meeting, words, point, ids, _flags(talk, signs, choices))


def _take_what_was_said(talk: Talk) -> None:
    """Words that came before the dialogue: `first`, more may follow; `said`, they are complete."""
    if talk.row.once.get("taken"):
        return
    talk.keep_once("taken", True)
    if "first" in talk.start:
        talk.keep_once("words:pieces", [talk.start["first"]])
    if "said" in talk.start:
        talk.keep_once("words:pieces", talk.start["said"])
        talk.keep("words", talk.start["said"])


async def _meeting(talk: Talk) -> Meeting:
    if "meeting" in talk.start:
        return await talk.session.get_one(Meeting, talk.start["meeting"])
    assert talk.person is not None
    meetings = await meetings_open_for_comments(talk.session, talk.person.id, talk.house.today(talk.now), talk.now)
    if "meeting" not in talk.answers and len(meetings) == 1:
        talk.keep("meeting", str(meetings[0].id))
    options = []
    for meeting in meetings:
        roundtable = await roundtable_of(talk.session, meeting)
        options.append(
            Option(str(meeting.id), text("comments-meeting", roundtable=roundtable.name, date=meeting.local_date))
        )
    chosen = await talk.choose("meeting", text("comments-which-meeting"), options)
    return await talk.session.get_one(Meeting, int(chosen))


async def _pieces(talk: Talk, meeting: Meeting) -> list[dict[str, Any]]:
    """Every message of theirs, in the order in which they came; with what they added after the read-back."""
    args = {"carrier": meeting.carrier, "date": meeting.local_date}
    more = text("comments-heard", **args) if talk.start.get("heard") else text("comments-more")
    pieces = await talk.collect("words", text("comments-write", **args), more)
    missing = join_pieces([piece["text"] for piece in pieces]).missing
    if missing:
        prompt = text("comments-missing-part", part=missing[0])
        pieces = [*pieces, *await talk.collect("rest", prompt, text("comments-more"), may_be_empty=True)]
    return pieces


async def _whole(talk: Talk, pieces: Sequence[dict[str, Any]]) -> str:
    """In their order, nothing altered; a part that never came leaves its mark."""
    joined = join_pieces([str(piece["text"]) for piece in pieces])
    if not joined.missing:
        return joined.text
    channel = Channel(talk.contact.channel)
    return f"{joined.text} {talk.house.catalogue.text(text('comments-missing-mark'), talk.language, channel)}"


async def _without_private(talk: Talk, words: str, private: tuple[str, ...]) -> str:
    """Something about their own life slipped in: the author says whether it stays. Nothing is taken out unasked."""
    for position, sentence in enumerate(private[:MOST_PRIVATE]):
        options = (Option("keep", text("comments-private-keep")), Option("drop", text("comments-private-drop")))
        prompt = text("comments-private", quote=sentence[:LONGEST_QUOTE])
        key = f"private{position}" if position else "private"
        if await talk.choose(key, prompt, options) == "drop":
            words = re.sub(re.escape(sentence) + r"[.,;!?]*\s*", "", words, count=1).strip()
    return words


async def _point(talk: Talk, points: list[AgendaPoint], words: str) -> int | None:
    """The agenda point it is about: found by its words, else asked; "I don't know" is an answer."""
    if len(points) < 2:
        return points[0].id if points else None
    if "point" not in talk.answers:
        found = point_meant(points, words)
        if found is not None:
            talk.keep("point", str(found.id))
    options = [Option(str(p.id), p.title[:30]) for p in points[:4]]
    options.append(Option("none", text("comments-point-unknown")))
    chosen = await talk.choose("point", text("comments-which-point"), options)
    return None if chosen == "none" else int(chosen)


def point_meant(points: list[AgendaPoint], words: str) -> AgendaPoint | None:
    """The one point whose title shares a word of four letters or more with the comment."""
    said = {w for w in fold(words).split() if len(w) > 3}
    matching = [p for p in points if said & {w for w in fold(p.title).split() if len(w) > 3}]
    return matching[0] if len(matching) == 1 else None


async def _read_back(
    talk: Talk, meeting: Meeting, words: str, choices: Sequence[Choice], points: Sequence[AgendaPoint]
) -> str:
    """Their words as the table will hear them. What they write here, more than an answer, is added and read again."""
    while True:
        with_name = not talk.row.once.get("nameless")
        choice = await talk.choose(
            "read_back" if with_name else "read_back_nameless",
            _prompt(talk, meeting, words, choices, points, with_name),
            _options(talk, meeting, with_name),
            parse=_added,
        )
        if choice == "nameless":
            talk.keep_once("nameless", True)
            continue
        if choice not in ("yes", "correct", "withdraw", "human"):
            return _add(talk, choice)
        return choice


def _prompt(
    talk: Talk,
    meeting: Meeting,
    words: str,
    choices: Sequence[Choice],
    points: Sequence[AgendaPoint],
    with_name: bool,
) -> Text:
    shown: Text | str = words if len(words) <= LONGEST_READ_BACK else words[:LONGEST_READ_BACK] + "..."
    if choices:
        titles = {point.number: point.title[:30] for point in points}
        named = [text(f"comments-choice-{c.answer}", number=c.number, title=titles[c.number]) for c in choices]
        shown = text("comments-choices", words=shown, choices=named)
    name = {"name": talk.person.name} if with_name and talk.person else {}
    id = "comments-read-back" if with_name else "comments-read-back-nameless"
    return text(id, words=shown, carrier=meeting.carrier, **name)


def _options(talk: Talk, meeting: Meeting, with_name: bool) -> list[Option]:
    """At most five. Words that nobody asked for may be for a human, and not for the table."""
    options = [YES, CORRECT, NAMELESS, WITHDRAW] if with_name else [YES, CORRECT, WITHDRAW]
    if talk.start.get("heard"):
        options.append(Option("human", text("comments-option-human", name=talk.house.contact_name)))
    return options


def _added(given: Given) -> str:
    if len(fold(given.text).split()) < FEWEST_ADDED:
        raise Unclear(text("dialogue-unclear-choice", count=4))
    return f"{given.incoming_id or 0} {given.text}"


def _add(talk: Talk, added: str) -> str:
    """What they wrote instead of an answer joins their words. What was settled about the others stays settled."""
    id, words = added.split(" ", 1)
    pieces = [*talk.answers["words"], {"id": int(id) or None, "text": words}]
    kept = {key: value for key, value in talk.answers.items() if not key.startswith("read_back")}
    talk.row.answers = {**kept, "words": pieces}
    talk.keep_once("words:pieces", pieces)
    return AGAIN


async def _drop(talk: Talk, choice: str, ids: list[int]) -> Said:
    assert talk.person is not None
    if choice == "human":
        for id in ids:
            await add_task(
                talk.session,
                talk.house.organisation_id,
                "question",
                now=talk.now,
                contact_id=talk.contact.id,
                person_id=talk.person.id,
                incoming_id=id,
            )
        return text("comments-for-a-human", name=talk.house.contact_name, phone=talk.house.contact_phone)
    await nameless.call_instead(talk.session, talk.person)
    await nameless.forget_talk(talk.session, talk.row, talk.contact, ids)
    return text("comments-dropped")


def _flags(talk: Talk, signs: CommentSigns, choices: Sequence[Choice]) -> list[str]:
    flags = ["third_person"] if signs.third_person else []
    if signs.leaving and not talk.row.once.get("nameless"):
        flags.append("leaving")
    return [*flags, *(f"choice:{c.number}:{c.answer}" for c in choices)]


async def _keep(talk: Talk, meeting: Meeting, words: str, point: int | None, ids: list[int], flags: list[str]) -> Said:
    assert talk.person is not None
    with_name = not talk.row.once.get("nameless")
    before = await _replaced(talk)
    kept = await acts.confirm_comment(
        talk.session,
        talk.house,
        meeting=meeting,
        contact=talk.contact,
        person=talk.person,
        words=words,
        point_id=point,
        with_name=with_name,
        flags=f",{','.join(flags)}," if flags else "",
        incoming_ids=ids,
        now=talk.now,
    )
    if before is not None:
        await acts.withdraw(talk.session, talk.house, before, talk.person, talk.now)
    answer_by = meeting.answer_by or meeting.local_date
    if not with_name:
        await nameless.call_instead(talk.session, talk.person)
        await nameless.forget_talk(talk.session, talk.row, talk.contact, ids)
        return text("comments-confirmed-nameless", carrier=meeting.carrier, answer_by=answer_by)
    await _flag_human(talk, kept, flags)
    await forget(talk.session, talk.row, [])  # the comment holds the words: they stand nowhere else in what was asked
    return text("comments-confirmed", number=kept.number, carrier=meeting.carrier, answer_by=answer_by)


async def _replaced(talk: Talk) -> Comment | None:
    """The comment these words take the place of, if nobody has heard it yet."""
    if "replaces" not in talk.start:
        return None
    assert talk.person is not None
    own = await own_comments(talk.session, talk.person.id, talk.contact.id)
    return taking_back.still_theirs(own, str(talk.start["replaces"]))


async def _flag_human(talk: Talk, kept: Comment, flags: list[str]) -> None:
    """Someone is named, or someone says they are leaving: a human looks first. Nobody's words are edited."""
    for flag in flags:
        if flag in ("third_person", "leaving"):
            await add_task(
                talk.session,
                talk.house.organisation_id,
                f"comment_{flag}",
                now=talk.now,
                contact_id=talk.contact.id,
                person_id=kept.person_id,
                note=str(kept.number),
                once=flag == "leaving",
            )
