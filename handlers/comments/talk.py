"""How someone's words are collected, read back, corrected and confirmed. Nothing is for the table before their yes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from db.comments import rules
from db.comments.questions import meetings_open_for_comments, own_comments
from db.comments.tables import Comment
from db.conversations import TaskKind
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Meeting
from db.tasks import add_task
from handlers.comments import authors, forgetting, nameless, taking_back
from handlers.comments.free_text import NAME
from handlers.comments.written_again import begin_again, written_again
from handlers.dialogue import Given, Talk, Unclear, dialogue, forget
from handlers.dialogue.state import WRITTEN_BEFORE
from handlers.dialogue.talk import hash_of_shown
from handlers.turn import Reply
from messages import Channel, Option, Text, text
from messages.keywords import fold
from messages.reading import Meaning, Step
from messages.reading.second_thoughts import without_wish
from messages.sentences.comments.read import Choice, CommentSigns, read_comment
from messages.sentences.pieces import join_pieces

LONGEST_READ_BACK = 600
LONGEST_QUOTE = 60
MOST_PRIVATE = 3
SHOWN_LASTS = dt.timedelta(hours=1)  # the words that were read back, before those who were to say yes to them
AGAIN = "again"
FEWEST_ADDED = 3  # words: fewer, after the read-back, are an answer that is not clear
YES = Option("yes", text("comments-option-yes"), 1)
CORRECT = Option("correct", text("comments-option-correct"), 2)
NAMELESS = Option("nameless", text("comments-option-nameless"), 3)
WITHDRAW = Option("withdraw", text("comments-option-withdraw"), 4)


@dialogue(
    NAME,
    steps={
        "words": Step.COLLECTING,
        "rest": Step.COLLECTING,
        "private": Step.OFFER_TO_CARRY,
        **{f"private{place}": Step.OFFER_TO_CARRY for place in range(1, 3)},
        "read_back": Step.READ_BACK,
        "read_back_nameless": Step.READ_BACK,
    },
    leaves=Step.COMMENT_KEPT,
    forget=forgetting.forget_expired,
)
async def comment(talk: Talk) -> Reply:
    _take_what_was_said(talk)
    meeting = await _meeting(talk)
    pieces = await _pieces(talk, meeting)
    if not pieces:
        return text("comments-offer-declined")
    words, ids = await _whole(talk, pieces), [piece["id"] for piece in pieces if piece["id"] is not None]
    wish = talk.start.get("wish", [])
    talk.keep_memo(forgetting.WRITTEN, sorted({*ids, *wish, *talk.row.memo.get(forgetting.WRITTEN, [])}))
    signs = read_comment(words, talk.installation.today(talk.now))
    wishes = signs.anonymous or talk.start.get("nameless") or any(_wishes(talk, piece) for piece in pieces)
    if wishes and not talk.row.memo.get("named"):
        talk.keep_memo("nameless", True)  # a wish that no correction undoes
    words = await _without_private(talk, meeting, words, signs.private)
    if not words:
        return await _drop(talk, "withdraw", ids)
    points = await agenda_of(talk.session, meeting.id)
    point = point_meant(points, words)
    choices = _choices(talk, pieces, points)
    choice = await _read_back(talk, meeting, words, [_named(one, points) for one in choices])
    if choice == "correct":
        begin_again(talk, pieces)
    if choice in ("correct", AGAIN):
        return await comment.script(talk)
    if choice in ("withdraw", "human"):
        return await _drop(talk, choice, ids)
    return await _keep(talk, meeting, words, point.id if point else None, ids, _flags(talk, signs, choices))


def _take_what_was_said(talk: Talk) -> None:
    """Words that came before the dialogue: `first`, more may follow; `said`, they are complete."""
    if talk.row.memo.get("taken"):
        return
    talk.keep_memo("taken", True)
    if "first" in talk.start:
        talk.keep_memo("words:pieces", [talk.start["first"]])
    if "said" in talk.start:
        talk.keep_memo("words:pieces", talk.start["said"])
        talk.keep("words", talk.start["said"])


async def _meeting(talk: Talk) -> Meeting:
    if "meeting" in talk.start:
        return await talk.session.get_one(Meeting, talk.start["meeting"])
    assert talk.person is not None
    meetings = await meetings_open_for_comments(
        talk.session, talk.person.id, talk.installation.today(talk.now), talk.now
    )
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
    over = meeting.starts_at <= talk.now
    prompt = text(
        "comments-write-after" if over else "comments-write", carrier=meeting.carrier, date=meeting.local_date
    )
    before = talk.row.memo.get(WRITTEN_BEFORE)
    if before:
        return await written_again(talk, before)
    pieces = await talk.collect("words", prompt, text("comments-first"), text("comments-more"))
    missing = join_pieces([piece["text"] for piece in pieces]).missing
    if missing:
        prompt = text("comments-missing-part", part=missing[0])
        more = text("comments-more")
        pieces = [*pieces, *await talk.collect("rest", prompt, more, more, may_be_empty=True)]
    return pieces


def _wishes(talk: Talk, piece: dict[str, Any]) -> bool:
    """Whether one of their messages asks for no name."""
    words = str(piece["text"])
    return without_wish(words) != words or read_comment(words, talk.installation.today(talk.now)).anonymous


async def _whole(talk: Talk, pieces: Sequence[dict[str, Any]]) -> str:
    """In their order, nothing altered but a wish for no name, which is no part of them; a part that never came leaves
    its mark."""
    joined = join_pieces([without_wish(str(piece["text"])) for piece in pieces])
    if not joined.missing:
        return joined.text
    channel = Channel(talk.contact.channel)
    return f"{joined.text} {talk.installation.catalogue.text(text('comments-missing-mark'), talk.language, channel)}"


async def _without_private(talk: Talk, meeting: Meeting, words: str, private: tuple[str, ...]) -> str:
    """Something about their own life slipped in: the author says whether it stays. Nothing is taken out unasked."""
    for position, sentence in enumerate(private[:MOST_PRIVATE]):
        options = (Option("keep", text("comments-private-keep")), Option("drop", text("comments-private-drop")))
        prompt = text("comments-private", name=meeting.carrier, quote=sentence[:LONGEST_QUOTE])
        key = f"private{position}" if position else "private"
        if await talk.choose(key, prompt, options) == "drop":
            words = re.sub(re.escape(sentence) + r"[.,;!?]*\s*", "", words, count=1).strip()
    return words


def point_meant(points: list[AgendaPoint], words: str) -> AgendaPoint | None:
    """The only point, or the one whose title shares a word of four letters or more with the comment."""
    if len(points) == 1:
        return points[0]
    said = {w for w in fold(words).split() if len(w) > 3}
    matching = [p for p in points if said & {w for w in fold(p.title).split() if len(w) > 3}]
    return matching[0] if len(matching) == 1 else None


async def _read_back(talk: Talk, meeting: Meeting, words: str, choices: Sequence[Text]) -> str:
    """Their words as the table will hear them, whole and unchanged. What they write here, more than an answer, is added
    and read again.
    """
    while True:
        with_name = not talk.row.memo.get("nameless")
        choice = await talk.choose(
            "read_back" if with_name else "read_back_nameless",
            _once(talk, _prompt(talk, meeting, words, choices, with_name=with_name)),
            _options(talk, with_name=with_name),
            parse=_added,
        )
        if choice == "nameless":
            talk.keep_memo("nameless", True)
            continue
        if choice not in ("yes", "correct", "withdraw", "human"):
            return _add(talk, choice)
        return choice


def _once(talk: Talk, prompt: Text) -> Text:
    """The words whole, once; while they stand before them and something else is said, one line that says so."""
    shown, at = hash_of_shown([prompt, talk.language]), talk.row.memo.get("shown:at")
    before = dt.datetime.fromisoformat(str(at)) if at else None
    if talk.given is None or talk.asked_key not in ("read_back", "read_back_nameless"):
        fresh = before is None or talk.now - before > SHOWN_LASTS
        if talk.row.memo.get("shown:words") == shown and not fresh:
            return text("comments-read-back-still")
    talk.keep_memo("shown:words", shown)
    talk.keep_memo("shown:at", talk.now.isoformat())
    return prompt


def _prompt(talk: Talk, meeting: Meeting, words: str, choices: Sequence[Text], *, with_name: bool) -> Text:
    """Words that nobody asked for come with the question whether they are for the table."""
    shown: str | Text = words if len(words) <= LONGEST_READ_BACK else words[:LONGEST_READ_BACK] + "..."
    if choices:
        shown = text("comments-choices", words=shown, choices=list(choices))
    name = {"name": talk.person.name} if with_name and talk.person else {}
    if talk.start.get("heard"):
        id = "comments-for-the-table" if with_name else "comments-for-the-table-nameless"
        return text(id, words=shown, carrier=meeting.carrier, date=meeting.local_date, **name)
    id = "comments-read-back" if with_name else "comments-read-back-nameless"
    return text(id, words=shown, carrier=meeting.carrier, **name)


def _options(talk: Talk, *, with_name: bool) -> list[Option]:
    """Each choice keeps its digit, whatever is no longer offered: 4 never becomes 3."""
    heard = bool(talk.start.get("heard"))
    options = [YES, CORRECT, *([NAMELESS] if with_name else []), WITHDRAW]
    if heard:
        options.append(Option("human", text("comments-option-human", name=talk.installation.contact_name), 5))
    return options


def _added(given: Given) -> str:
    """Words read as words for the table join theirs; anything else is no answer to what was read back."""
    means_words = given.reading is not None and given.reading.has(Meaning.COMMENT)
    if not given.sure or not means_words or len(fold(given.text).split()) < FEWEST_ADDED:
        raise Unclear(text("dialogue-unclear-choice"))
    return f"{given.incoming_id or 0} {given.text}"


def _add(talk: Talk, added: str) -> str:
    """What they wrote instead of an answer joins their words. What was settled about the others stays settled."""
    id, words = added.split(" ", 1)
    pieces = [*talk.answers["words"], {"id": int(id) or None, "text": words}]
    kept = {key: value for key, value in talk.answers.items() if not key.startswith("read_back")}
    talk.row.answers = {**kept, "words": pieces}
    talk.keep_memo("words:pieces", pieces)
    return AGAIN


async def _drop(talk: Talk, choice: str, ids: list[int]) -> Reply:
    assert talk.person is not None
    if choice == "human":
        for id in ids:
            await add_task(
                talk.session,
                talk.installation.organisation_id,
                TaskKind.QUESTION,
                now=talk.now,
                contact_id=talk.contact.id,
                person_id=talk.person.id,
                incoming_id=id,
            )
        await forgetting.keep_words_alone(talk.acting, talk.row, talk.contact, ids)
        return text("comments-for-a-human", name=talk.installation.contact_name, phone=talk.installation.contact_phone)
    await nameless.call_instead(talk.session, talk.person)
    await forgetting.forget_talk(talk.acting, talk.row, talk.contact, ids)
    return await _dropped(talk)


async def _dropped(talk: Talk) -> Text:
    """What stays of theirs is named: "nothing is kept" is said when nothing is."""
    assert talk.person is not None
    own = await own_comments(talk.session, talk.person.id, talk.contact.id)
    stay = [one for one in own if rules.can_be_withdrawn(one.state.value)]
    if not stay:
        return text("comments-dropped")
    if len(stay) > 1:
        return text("comments-dropped-but-several", count=len(stay))
    if not stay[0].with_name:
        return text("comments-dropped-one-stays-nameless")
    return text("comments-dropped-one-stays", number=stay[0].number)


def _choices(talk: Talk, pieces: Sequence[dict[str, Any]], points: Sequence[AgendaPoint]) -> list[Choice]:
    """Yes or no by number, each said within one message, to the points of the agenda."""
    numbers, today = {point.number for point in points}, talk.installation.today(talk.now)
    said = [choice for piece in pieces for choice in read_comment(str(piece["text"]), today).choices]
    return [choice for choice in said if choice.number in numbers]


def _named(choice: Choice, points: Sequence[AgendaPoint]) -> Text:
    title = next(point.title for point in points if point.number == choice.number)
    return text(f"comments-choice-{choice.answer}", number=choice.number, title=title)


def _flags(talk: Talk, signs: CommentSigns, choices: Sequence[Choice]) -> list[str]:
    flags = ["third_person"] if signs.third_person else []
    if signs.leaving and not talk.row.memo.get("nameless"):
        flags.append("leaving")
    return [*flags, *(f"choice:{c.number}:{c.answer}" for c in choices)]


async def _keep(talk: Talk, meeting: Meeting, words: str, point: int | None, ids: list[int], flags: list[str]) -> Reply:
    assert talk.person is not None
    with_name = not talk.row.memo.get("nameless")
    before = await _replaced(talk)
    messages = await forgetting.talk_messages(talk.session, talk.row, talk.contact, ids)
    kept, code = await authors.confirm_comment(
        talk.acting,
        meeting=meeting,
        contact=talk.contact,
        person=talk.person,
        words=words,
        point_id=point,
        with_name=with_name,
        flags=f",{','.join(flags)}," if flags else "",
        incoming_ids=messages,
    )
    if before is not None:
        await authors.withdraw(talk.acting, before)
    answer_by = meeting.answer_by or meeting.local_date
    if not with_name:
        await nameless.call_instead(talk.session, talk.person)
        await forgetting.forget_talk(talk.acting, talk.row, talk.contact, ids)
        said = text("comments-confirmed-nameless", carrier=meeting.carrier, answer_by=answer_by)
        for words_said in (said, *([text("comments-code", code=code)] if code else [])):
            await nameless.tell_by_path(talk.acting, kept, words_said, nameless.REPLY_BY_PATH)
        return None
    await _flag_human(talk, kept, flags)
    await forget(talk.session, talk.row, [])  # the comment holds the words: they stand nowhere else in what was asked
    return text("comments-confirmed", number=kept.number, carrier=meeting.carrier, answer_by=answer_by)


async def _replaced(talk: Talk) -> Comment | None:
    """The comment these words take the place of, if nobody has heard it yet."""
    if "replaces" not in talk.start:
        return None
    assert talk.person is not None
    own = await own_comments(talk.session, talk.person.id, talk.contact.id, str(talk.start.get("code", "")))
    return taking_back.still_theirs(own, str(talk.start["replaces"]))


async def _flag_human(talk: Talk, kept: Comment, flags: list[str]) -> None:
    """Someone is named, or someone says they are leaving: a human looks first. Nobody's words are edited."""
    for flag in flags:
        if flag in ("third_person", "leaving"):
            await add_task(
                talk.session,
                talk.installation.organisation_id,
                TaskKind(f"comment_{flag}"),
                now=talk.now,
                contact_id=talk.contact.id,
                person_id=kept.person_id,
                note=str(kept.number),
                once=flag == "leaving",
            )
