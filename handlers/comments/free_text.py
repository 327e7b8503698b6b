"""What people say for the table, or about what they said: in a keyword, in a sentence, beside an absence."""

from __future__ import annotations

from sqlalchemy import select

from db.comments.questions import meetings_open_for_comments, own_comments
from db.conversations import (
    Dialogue,
    DialogueState,
    Question,
    QuestionState,
    TaskKind,
    current_dialogue,
    open_questions,
    parked_dialogue,
)
from db.meetings.questions import attendance_made
from db.meetings.tables import Answer, Meeting
from handlers.comments import beside, forgetting, taking_back
from handlers.comments.offer import OFFER, offer_of
from handlers.comments.wishes import asks_no_name, goes_on_nameless, name_given_back, wish_before
from handlers.dialogue import Given, state
from handlers.events import AnsweredMeeting, GaveName
from handlers.heard import for_a_human, forget_message
from handlers.open_questions import read_last
from handlers.turn import Heard, Reply, Start, Turn, pieces_of
from messages import text
from messages.reading import Meaning, Step, outright
from messages.reading.addressed import for_the_table
from messages.reading.asked import kind_asked
from messages.reading.second_thoughts import (
    asks_if_gone,
    asks_if_named,
    first_name_alone,
    takes_back_all,
    without_presence,
)
from messages.sentences.comments.apart import besides_a_claim, besides_an_answer
from messages.sentences.comments.read import read_comment
from messages.sentences.pieces import is_a_part

NAME = "comment"
OF_DAYS = frozenset({Meaning.ABSENT, Meaning.COMING, Meaning.MAYBE, Meaning.LATE, Meaning.LEAVES_EARLY})
LONGEST_LEAVING = 5  # words: "jlache le comite"
LONGEST_BARE = 3  # words: "C bon", "oui svp"
WRITTEN_IN = "words"  # the dialogue's key under which words are collected


# -- words for the table ---------------------------------------------------------------------------------------------


async def comment_meant(turn: Turn, heard: Heard) -> Reply:
    """COMMENTAIRE opens the collection. Words that nobody asked for are read back: their author says for whom."""
    if turn.person is None or (turn.coordinator and heard.keyword is None):
        return None
    if heard.keyword is not None:
        return await _start(turn, heard.payload)
    if outright.says(outright.ANNOUNCED, turn.text):  # "jai un commentaire": the words are to come
        return await _start(turn, "", nameless=asks_no_name(turn.text, turn.installation.today(turn.now)))
    await beside.note_plain(turn, heard)
    words, said = _for_the_table(turn, heard), read_comment(turn.text, turn.installation.today(turn.now))
    if said.leaving:
        await someone_is_leaving(turn)
    called = [text("comments-leaving", **human(turn))] if said.leaving else []
    if called and len(turn.text.split()) <= LONGEST_LEAVING and not for_the_table(turn.text):
        return called  # they say it to us, and nothing besides
    if not words or (called and not await open_meetings(turn)):
        return called
    if (under_way := await being_written(turn)) is not None and "words" in under_way.answers:
        await _join(under_way, piece_of(turn, words))
        return [*called, text("comments-added")]
    asked_for = heard.question is not None and heard.question.kind == OFFER.name
    begun = await _start(turn, words, heard.meeting_id, heard=not asked_for, nameless=Meaning.NAMELESS in heard.beside)
    if Meaning.CLAIM in heard.beside and isinstance(begun, Start):
        english = said.english and turn.language != "en"
        called.append(text("comments-kept-behind-english" if english else "comments-kept-behind"))
    return [*called, *pieces_of(begun)]


def _for_the_table(turn: Turn, heard: Heard) -> str:
    """Their words without what was said of coming or of money, which goes its own way."""
    today = turn.installation.today(turn.now)
    if Meaning.CLAIM in heard.beside:
        return besides_a_claim(turn.text, today, turn.language)
    return without_presence(besides_an_answer(turn.text, today)) if heard.beside & OF_DAYS else turn.text


async def offered(turn: Turn, question: Question, given: Given) -> Reply:
    """The answer to "do you want to say something?": yes, no, or the words themselves beside the yes."""
    if given.value == "no":
        return text("comments-offer-declined")
    if turn.incoming.button is None and await _is_past(turn, question, given):
        return await _no_longer(turn, question)
    today = turn.installation.today(turn.now)
    words = besides_an_answer(turn.text, today) if Meaning.COMMENT in given.beside else ""
    return await _start(turn, words, question.subject_id, nameless=Meaning.NAMELESS in given.beside)


async def _is_past(turn: Turn, question: Question, given: Given) -> bool:
    """Whether a bare yes or a digit is for something else than the offer: they spoke of other things since, or gave
    their words already."""
    if Meaning.COMMENT in given.beside or len(turn.text.split()) > LONGEST_BARE:
        return False
    if not await read_last(turn, question) or await talked_since(turn, question):
        return True
    own = await own_comments(turn.session, turn.person.id if turn.person else None, turn.contact.id, turn.text)
    return any(comment.meeting_id == question.subject_id for comment in own)


async def _no_longer(turn: Turn, question: Question) -> Reply:
    """The offer stands as it stood, and so does nothing that would say that words came of it."""
    question.state, question.answered_at = QuestionState.OPEN, None
    await forget_message(turn)
    return text("comments-offer-past")


async def talked_since(turn: Turn, question: Question) -> bool:
    """Whether they wrote words, kept or not, since it was asked; known until the next tick."""
    found = await turn.session.scalar(
        select(Dialogue.id)
        .where(Dialogue.contact_id == turn.contact.id, Dialogue.name == NAME, Dialogue.started_at >= question.asked_at)
        .limit(1)
    )
    return found is not None


async def _start(
    turn: Turn, words: str, meeting_id: int | None = None, *, heard: bool = False, nameless: bool = False
) -> Reply:
    """The dialogue; a human has the words when no meeting takes them. `heard`: nobody had asked for them."""
    assert turn.person is not None
    meetings = await open_meetings(turn)
    if not meetings:
        await for_a_human(turn, TaskKind.QUESTION)
        return text("comments-none-open", **human(turn))
    wish = await wish_before(turn)
    named = await _meeting_named(turn, meetings) if words else None
    about = next((id for id in (named, meeting_id) if id in [m.id for m in meetings]), None)
    start: dict[str, object] = {"meeting": about} if about is not None else {}
    if words:
        whole = heard and not is_a_part(words)  # of a part of several, the rest is to come
        start["said" if whole else "first"] = [piece_of(turn, words)] if whole else piece_of(turn, words)
    if nameless or wish or await goes_on_nameless(turn):
        start |= {"nameless": True, "wish": wish}
    return Start(NAME, start | ({"heard": True} if heard else {}))


async def _join(under_way: Dialogue, piece: dict[str, object]) -> None:
    """More words, said while a question about the first ones waits: read with them, and nothing settled of either."""
    pieces = [*under_way.answers["words"], piece]
    under_way.answers = {"meeting": under_way.answers["meeting"]} if "meeting" in under_way.answers else {}
    under_way.answers = {**under_way.answers, "words": pieces}
    under_way.memo = {**under_way.memo, f"{WRITTEN_IN}:pieces": pieces}


def piece_of(turn: Turn, words: str) -> dict[str, object]:
    return {"id": turn.row.id, "text": words}


async def open_meetings(turn: Turn) -> list[Meeting]:
    assert turn.person is not None
    return await meetings_open_for_comments(turn.session, turn.person.id, turn.installation.today(turn.now), turn.now)


async def _meeting_named(turn: Turn, meetings: list[Meeting]) -> int | None:
    """The one meeting whose day their words are for ("dites mardi que..."), else the one they will not be at."""
    parts = read_comment(turn.text, turn.installation.today(turn.now)).days
    for says in ("comment", "absent"):
        named = [part.day for part in parts if part.says == says]
        found = [
            m.id
            for m in meetings
            if any((d.date == m.local_date) if d.date else (d.weekday == m.local_date.weekday()) for d in named)
        ]
        if len(found) == 1:
            return found[0]
    return None


async def answered_meeting(turn: Turn, event: AnsweredMeeting) -> Reply:
    """Absent: their words can be carried, if someone carries them and a date for the answer is set. Coming after all:
    what was offered to the absent waits for nothing any more."""
    if event.answer is Answer.COMING:
        await _close_offers(turn, event.meeting.id)
    if event.answer is not Answer.ABSENT or Meaning.COMMENT in event.beside or turn.person is None:
        return None
    if await being_written(turn) is not None:
        return None
    waits = await parked_dialogue(turn.session, turn.contact.id)
    if waits is not None and waits.name == NAME:
        return None  # they said something already
    if event.meeting.id not in [meeting.id for meeting in await open_meetings(turn)]:
        return None
    row = await attendance_made(turn.session, event.meeting.id, turn.person.id)
    row.offered_comment_at = turn.now  # once is enough: not again after the meeting
    return offer_of(event.meeting, event.roundtable)


async def _close_offers(turn: Turn, meeting_id: int) -> None:
    for question in await open_questions(turn.session, turn.contact.id, turn.now):
        if question.kind == OFFER.name and question.subject_id == meeting_id:
            question.state = QuestionState.DROPPED


# -- while they write --------------------------------------------------------------------------------------------------


async def being_written(turn: Turn) -> Dialogue | None:
    """The comment under way."""
    dialogue = await current_dialogue(turn.session, turn.contact.id)
    return dialogue if dialogue is not None and dialogue.name == NAME else None


async def withdraw_meant(turn: Turn, heard: Heard) -> Reply:
    """What is being written is dropped, what waits behind it too; what was kept is found, and asked about first.

    What stays is named: never "nothing is kept" while something is.
    """
    written = False
    for row in await being_written_all(turn):
        written = written or bool(written_in(row))
        await state.drop(turn.acting, row, DialogueState.CANCELLED)
        await forgetting.forget_talk(turn.acting, row, turn.contact, written_in(row))
    if takes_back_all(turn.text) and (sure := await taking_back.all_of_them(turn)) is not None:
        return sure
    if not written:
        return await taking_back.withdraw(turn, heard.payload)
    return await taking_back.also(turn) or text("comments-dropped")


async def being_written_all(turn: Turn) -> list[Dialogue]:
    """The comment under way, and the one that waits behind another."""
    rows = (await current_dialogue(turn.session, turn.contact.id), await parked_dialogue(turn.session, turn.contact.id))
    return [row for row in rows if row is not None and row.name == NAME]


def written_in(row: Dialogue) -> list[int]:
    """The messages of words that a comment under way holds."""
    pieces = [*row.answers.get("words", []), *row.memo.get(f"{WRITTEN_IN}:pieces", [])]
    pieces += [*row.start.get("said", []), *([row.start["first"]] if "first" in row.start else [])]
    return sorted({int(piece["id"]) for piece in pieces if piece["id"] is not None})


async def nameless_meant(turn: Turn, heard: Heard) -> Reply:
    """The wish is about the words being written, the words beside it, or those that were kept."""
    if first_name_alone(turn.text) and turn.person is not None and len(turn.person.name.split()) == 1:
        return text("comments-first-name", name=turn.person.name)
    if (under_way := await being_written(turn)) is not None:
        under_way.memo = {**under_way.memo, "nameless": True}
        return text("comments-will-be-nameless")
    if Meaning.COMMENT in heard.beside:
        return []  # the words in the same message begin without a name
    before = turn.person is not None and not await taking_back.has_named(turn)
    if before and await open_meetings(turn):
        return text("comments-nameless-before")  # found again when their words come
    return await taking_back.take_name_back(turn)


async def name_given(turn: Turn, event: GaveName) -> Reply:
    """ "vous pouvez mettre mon nom": the wish for none is over, for these words and the next."""
    if (under_way := await being_written(turn)) is not None:
        under_way.memo = {**under_way.memo, "nameless": False, "named": True}
    elif not await taking_back.any_waits(turn):
        return text("comments-with-name-before")
    await name_given_back(turn)
    return text("comments-with-name")


async def correct_meant(turn: Turn, heard: Heard) -> Reply:
    """While writing, the last piece goes; after, the words are written again."""
    under_way = await being_written(turn)
    if under_way is None:
        return await taking_back.write_again(turn)
    pieces = list(under_way.memo.get(f"{WRITTEN_IN}:pieces", []))
    if not under_way.collecting or not pieces:
        return None
    under_way.memo = {**under_way.memo, f"{WRITTEN_IN}:pieces": pieces[:-1]}
    return text("comments-piece-dropped")


async def ended(turn: Turn, heard: Heard) -> Reply:
    """ "C'est tout" that nothing waits for."""
    return [] if await being_written(turn) is None else None


# -- after it was kept -------------------------------------------------------------------------------------------------


async def question_meant(turn: Turn, heard: Heard) -> Reply:
    """When their words are read, when the answer comes, until when one may write them."""
    kind = kind_asked(turn.text)
    if heard.keyword is not None:
        return None
    if asks_if_named(turn.text):
        return await _named_or_not(turn)
    if asks_if_gone(turn.text):
        return await taking_back.still_there(turn)
    if kind == "until" and turn.person is not None and (meetings := await open_meetings(turn)):
        return text("comments-until", carrier=meetings[0].carrier, date=meetings[0].local_date)
    just_kept = heard.step is Step.COMMENT_KEPT and heard.slots.about in ("when", "how")
    if not just_kept and kind != "answer":
        return None
    known = await taking_back.what_becomes_of_it(turn)
    return text("comments-none-of-yours") if known is None and kind == "answer" and not await _any(turn) else known


async def _named_or_not(turn: Turn) -> Reply:
    """ "c tu sans mon nom la": of the words under way, else of those that wait."""
    if (under_way := await being_written(turn)) is not None:
        nameless = bool(under_way.memo.get("nameless") or under_way.start.get("nameless"))
        return text("comments-is-nameless") if nameless else text("comments-is-named")
    return await taking_back.named_or_not(turn)


async def _any(turn: Turn) -> bool:
    """Whether there is a comment of theirs, read or not."""
    person = turn.person.id if turn.person is not None else None
    return bool(await own_comments(turn.session, person, turn.contact.id, turn.text))


async def someone_is_leaving(turn: Turn) -> None:
    """A human calls within two days, whatever becomes of the words."""
    await for_a_human(turn, TaskKind.COMMENT_LEAVING, once=True)


def human(turn: Turn) -> dict[str, str]:
    return {"name": turn.installation.contact_name, "phone": turn.installation.contact_phone}
