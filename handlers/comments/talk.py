"""How someone's words are collected, read back, confirmed, corrected, taken back."""

from __future__ import annotations

from db.comments import rules
from db.comments.questions import meetings_open_for_comments, own_comments, return_path_of
from db.comments.tables import Comment
from db.conversations import Question, Task
from db.meetings.questions import agenda_of, roundtable_of
from db.meetings.tables import AgendaPoint, Meeting
from handlers.comments import acts
from handlers.dialogue import Given, Talk, dialogue, forget
from handlers.turn import Ask, Said, Start, Turn
from messages import Option, Outgoing, Text, text
from messages.keywords import Understood, fold
from messages.sentences.comments import read_comment
from messages.sentences.pieces import join_pieces

LONGEST_READ_BACK = 600
YES = Option("yes", text("comments-option-yes"))
CORRECT = Option("correct", text("comments-option-correct"))
NAMELESS = Option("nameless", text("comments-option-nameless"))
WITHDRAW = Option("withdraw", text("comments-option-withdraw"))


async def comment_keyword(turn: Turn, understood: Understood) -> Said:
    """COMMENTAIRE, alone or with the words behind it."""
    return await _start(turn, understood.payload)


async def _start(turn: Turn, first_words: str, meeting_id: int | None = None) -> Said:
    if turn.person is None:
        return None
    meetings = await meetings_open_for_comments(turn.session, turn.person.id, turn.house.today(turn.now), turn.now)
    if not meetings:
        turn.session.add(_task(turn, "question"))
        return text("comments-none-open", name=turn.house.contact_name, phone=turn.house.contact_phone)
    start: dict[str, object] = {"meeting": meeting_id} if meeting_id else {}
    return Start("comment", start, first_words=first_words)


async def offered(turn: Turn, question: Question, given: Given) -> Said:
    """The answer to "do you want to say something?": yes, no, or the words themselves at once."""
    if given.value == "no":
        return text("comments-offer-declined")
    words = "" if given.value == "yes" else given.text
    return await _start(turn, words, question.subject_id)


@dialogue("comment")
async def comment(talk: Talk) -> Said:
    meeting = await _meeting(talk)
    assert talk.person is not None
    args = {"carrier": meeting.carrier, "date": meeting.local_date}
    pieces = await talk.collect("words", text("comments-write", **args), text("comments-more"))
    joined = join_pieces([piece["text"] for piece in pieces])
    words, ids = joined.text, [piece["id"] for piece in pieces if piece["id"] is not None]
    if joined.missing:
        rest = await talk.collect("rest", text("comments-missing-part", part=joined.missing[0]), text("comments-more"))
        ids += [piece["id"] for piece in rest if piece["id"] is not None]
        words = join_pieces([*(p["text"] for p in pieces), *(p["text"] for p in rest)]).text
    signs = read_comment(words, talk.house.today(talk.now))
    words = await _without_private(talk, words, signs.private)
    point = await _point(talk, meeting, words)
    with_name = not signs.anonymous
    while True:
        choice = await _read_back(talk, meeting, words, with_name)
        if choice == "correct":
            for key in ("words", "rest", "private", "point", "read_back"):
                talk.forget(key)
            return await comment.script(talk)
        if choice == "nameless":
            with_name = False
            continue
        break
    if choice == "withdraw":
        await forget(talk.session, talk.row, ids)
        return text("comments-dropped")
    return await _keep(talk, meeting, words, point, with_name, ids, signs)


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


async def _without_private(talk: Talk, words: str, private: tuple[str, ...]) -> str:
    """Something about their own life slipped in: the author says whether it stays. Nothing is taken out unasked."""
    if not private:
        return words
    shown = private[0][:60]
    options = (Option("keep", text("comments-private-keep")), Option("drop", text("comments-private-drop")))
    if await talk.choose("private", text("comments-private", quote=shown), options) == "drop":
        for sentence in private:
            words = words.replace(sentence, "").strip()
    return words


async def _point(talk: Talk, meeting: Meeting, words: str) -> int | None:
    """The agenda point it is about: found by its words, else asked; "I don't know" is an answer."""
    points = await agenda_of(talk.session, meeting.id)
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
    """The one point whose title shares a word of five letters or more with the comment."""
    said = {w for w in fold(words).split() if len(w) > 3}
    matching = [p for p in points if said & {w for w in fold(p.title).split() if len(w) > 3}]
    return matching[0] if len(matching) == 1 else None


async def _read_back(talk: Talk, meeting: Meeting, words: str, with_name: bool) -> str:
    key = "read_back" if with_name else "read_back_nameless"
    id = "comments-read-back" if with_name else "comments-read-back-nameless"
    name = {"name": talk.person.name} if with_name and talk.person else {}
    shown = words if len(words) <= LONGEST_READ_BACK else words[:LONGEST_READ_BACK] + "..."
    prompt = text(id, words=shown, carrier=meeting.carrier, **name)
    options = (YES, CORRECT, NAMELESS, WITHDRAW) if with_name else (YES, CORRECT, WITHDRAW)
    return await talk.choose(key, prompt, options)


async def _keep(
    talk: Talk, meeting: Meeting, words: str, point: int | None, with_name: bool, ids: list[int], signs: object
) -> Said:
    assert talk.person is not None
    flags = [name for name in ("third_person", "leaving") if getattr(signs, name, False)]
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
    _flag_human(talk, kept, flags, with_name)
    confirmed = text(
        "comments-confirmed",
        number=kept.number,
        carrier=meeting.carrier,
        answer_by=meeting.answer_by or meeting.local_date,
    )
    if with_name:
        return confirmed
    path = await return_path_of(talk.session, kept.id)
    assert path is not None
    await acts.by_return_path(talk.session, talk.house, path, talk.contact, confirmed, talk.now, acts.REPLY_BY_PATH)
    await forget(talk.session, talk.row, ids)
    return None


def _flag_human(talk: Talk, kept: Comment, flags: list[str], with_name: bool) -> None:
    """A third person is named, or someone says they are leaving: a human looks first. Nobody's words are edited."""
    for flag in flags:
        talk.session.add(
            Task(
                organisation_id=talk.house.organisation_id,
                kind=f"comment_{flag}",
                person_id=talk.person.id if with_name and talk.person else None,
                contact_id=talk.contact.id if with_name else None,
                note=str(kept.number),
                created_at=talk.now,
            )
        )


async def withdraw_keyword(turn: Turn, understood: Understood) -> Said:
    """RETIRER: which of their comments, then a confirmation, since it cannot be undone."""
    own = await _own(turn)
    if not own:
        return text("comments-none-of-yours")
    wanted = _numbered(own, understood.payload)
    if wanted is None and len(own) > 1:
        options = tuple(Option(str(c.id), _short(c)) for c in own[:5])
        return Ask(Outgoing(text("comments-which-to-withdraw"), options), "comments.withdraw")
    return await _ask_withdraw(turn, wanted or own[0])


async def which_withdrawn(turn: Turn, question: Question, given: Given) -> Said:
    chosen = next((c for c in await _own(turn) if str(c.id) == given.value), None)
    return text("comments-none-of-yours") if chosen is None else await _ask_withdraw(turn, chosen)


async def _ask_withdraw(turn: Turn, chosen: Comment) -> Said:
    if not rules.can_be_withdrawn(chosen.state.value):
        return text("comments-already-read", number=chosen.number, date=chosen.read_on or turn.house.today(turn.now))
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    prompt = text("comments-withdraw-sure", number=chosen.number)
    return Ask(Outgoing(prompt, options), "comments.withdraw_sure", subject_id=chosen.id)


async def withdraw_confirmed(turn: Turn, question: Question, given: Given) -> Said:
    chosen = next((c for c in await _own(turn) if c.id == question.subject_id), None)
    if chosen is None or given.value != "yes":
        return text("comments-kept-as-is")
    await acts.withdraw(turn.session, turn.house, chosen, turn.person, turn.now)
    return text("comments-withdrawn", number=chosen.number)


async def nameless_keyword(turn: Turn, understood: Understood) -> Said:
    """SANS MON NOM, after the fact: until it is read, the name can be taken back."""
    own = [c for c in await _own(turn) if c.with_name]
    if not own:
        return text("comments-none-of-yours")
    chosen = own[0]
    if not rules.can_be_withdrawn(chosen.state.value):
        return text("comments-already-read", number=chosen.number, date=chosen.read_on or turn.house.today(turn.now))
    language = turn.person.language if turn.person else turn.house.default_language
    await acts.take_name_back(turn.session, chosen, turn.contact, language, turn.now)
    turn.row.fate = "answer"
    return text("comments-now-nameless", number=chosen.number)


async def correct_keyword(turn: Turn, understood: Understood) -> Said:
    """CORRIGE, after the fact: the old words are taken back and written again."""
    own = [c for c in await _own(turn) if rules.can_be_withdrawn(c.state.value)]
    if not own:
        return text("comments-none-of-yours")
    await acts.withdraw(turn.session, turn.house, own[0], turn.person, turn.now)
    return [text("comments-write-again", number=own[0].number), Start("comment", {"meeting": own[0].meeting_id})]


async def _own(turn: Turn) -> list[Comment]:
    return await own_comments(turn.session, turn.person.id if turn.person else None, turn.contact.id)


def _numbered(own: list[Comment], words: str) -> Comment | None:
    digits = "".join(c for c in words if c.isdigit())
    return next((c for c in own if digits and c.number == int(digits)), None)


def _short(chosen: Comment) -> Text:
    return text("comments-short", number=chosen.number, words=chosen.words[:24])


async def status_lines(turn: Turn) -> list[Text]:
    """For STATUT: where each of the author's comments stands."""
    return [text(f"comments-status-{c.state.value}", number=c.number) for c in (await _own(turn))[:3]]


def _task(turn: Turn, kind: str) -> Task:
    return Task(
        organisation_id=turn.house.organisation_id,
        kind=kind,
        person_id=turn.person.id if turn.person else None,
        contact_id=turn.contact.id,
        incoming_id=turn.row.id,
        created_at=turn.now,
    )
