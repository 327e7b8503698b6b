"""Second thoughts: taking words back, taking one's name back, writing again. Until the table has heard them.

What is said of a nameless comment leaves by its return path, and no question about one keeps its number or its words.
"""

from __future__ import annotations

import re

from db.comments import rules
from db.comments.questions import own_comments
from db.comments.tables import Comment, CommentState
from db.conversations import Question
from db.forgotten import forget_questions
from db.meetings.questions import roundtable_of
from db.meetings.tables import Meeting
from handlers import guesses
from handlers.acting import Refused
from handlers.comments import authors, nameless
from handlers.dialogue import Given
from handlers.heard import forget_message
from handlers.turn import Ask, QuestionKind, Reply, Start, Turn
from messages import Option, Outgoing, Text, text
from messages.reading import Meaning, Step

MOST_SHOWN = 5
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")  # of a nameless comment, on a phone that several share
WITHDRAW, CORRECT, NAMELESS = (
    QuestionKind(name, Step.MENU) for name in ("comments.withdraw", "comments.correct", "comments.nameless")
)
WITHDRAW_ALL = QuestionKind("comments.withdraw_all", Step.STOP_ASKED, {"yes": Meaning.YES, "no": Meaning.NO})
WITHDRAW_SURE = QuestionKind("comments.withdraw_sure", Step.STOP_ASKED, {"yes": Meaning.YES, "no": Meaning.NO})


async def withdraw(turn: Turn, words: str) -> Reply:
    """Which of their comments, then a confirmation, since it cannot be undone."""
    own = await _own(turn)
    if not own:
        return text("comments-none-of-yours")
    waiting = [c for c in own if rules.can_be_withdrawn(c.state.value)] or own
    chosen = _numbered(own, words) or (waiting[0] if len(waiting) == 1 else None)
    if chosen is None:
        return await _which(turn, own, waiting, WITHDRAW)
    return await _ask_withdraw(turn, own, chosen)


async def also(turn: Turn) -> Reply:
    """Once a draft was dropped: what stays of theirs is named, and asked about. None when nothing does."""
    own = await _own(turn)
    waiting = [c for c in own if rules.can_be_withdrawn(c.state.value)]
    if not waiting:
        return None
    if len(waiting) > 1:
        return text("comments-dropped-but-several", count=len(waiting))
    prompt = text("comments-dropped-but-nameless")
    if waiting[0].with_name:
        prompt = text("comments-dropped-but", number=waiting[0].number)
    return _sure(turn, own, waiting[0], prompt)


async def all_of_them(turn: Turn) -> Reply:
    """Several that wait, named, and one yes for all; None when there is one, or none."""
    own = await _own(turn)
    waiting = [c for c in own if rules.can_be_withdrawn(c.state.value)]
    if len(waiting) < 2:
        return None
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    numbers = [str(one.number) for one in waiting if one.with_name]
    prompt = text("comments-withdraw-all", count=len(waiting), numbers=", ".join(numbers) or "no")
    return Ask(Outgoing(prompt, options), WITHDRAW_ALL, kept=_code_in(turn))


async def all_withdrawn(turn: Turn, question: Question, given: Given) -> Reply:
    own = await _own(turn, str(question.prompt.get("code", "")))
    await forget_questions(turn.session, [question.id])
    if given.value != "yes":
        return text("comments-kept-as-is")
    waiting = [c for c in own if rules.can_be_withdrawn(c.state.value)]
    for one in waiting:
        await authors.withdraw(turn.acting, one)
    return text("comments-withdrawn-all", count=len(waiting))


async def still_there(turn: Turn) -> Reply:
    """ "cest tu enlever": yes, or the question whether it should be."""
    own = await _own(turn)
    waiting = [c for c in own if rules.can_be_withdrawn(c.state.value)]
    if not own:
        return text("comments-gone")
    if len(waiting) != 1:
        return await withdraw(turn, "")
    prompt = text("comments-still-there-nameless")
    if waiting[0].with_name:
        prompt = text("comments-still-there", number=waiting[0].number)
    return _sure(turn, own, waiting[0], prompt)


async def named_or_not(turn: Turn) -> Reply:
    """Whether the latest of theirs that waits bears their name; None when nothing waits."""
    waiting = [c for c in await _own(turn) if rules.can_be_withdrawn(c.state.value)]
    if not waiting:
        return None
    said = text("comments-is-named") if waiting[0].with_name else text("comments-is-nameless")
    return await _said_of(turn, waiting[0], said)


async def any_waits(turn: Turn) -> bool:
    """Whether a comment of theirs is still to be read."""
    return any(rules.can_be_withdrawn(c.state.value) for c in await _own(turn))


async def has_named(turn: Turn) -> bool:
    """Whether a comment of theirs bears their name."""
    return any(c.with_name for c in await _own(turn))


async def which_withdrawn(turn: Turn, question: Question, given: Given) -> Reply:
    own, chosen = await _chosen(turn, given.value, question)
    return text("comments-none-of-yours") if chosen is None else await _ask_withdraw(turn, own, chosen)


async def _ask_withdraw(turn: Turn, own: list[Comment], chosen: Comment) -> Reply:
    if not rules.can_be_withdrawn(chosen.state.value):
        return await _already_read(turn, chosen)
    prompt = text("comments-withdraw-sure-nameless")
    if chosen.with_name:
        prompt = text("comments-withdraw-sure", number=chosen.number)
    return _sure(turn, own, chosen, prompt)


def _sure(turn: Turn, own: list[Comment], chosen: Comment, prompt: Text) -> Ask:
    options = (Option("yes", text("dialogue-yes")), Option("no", text("dialogue-no")))
    return Ask(Outgoing(prompt, options), WITHDRAW_SURE, subject_id=int(_place(own, chosen)), kept=_code_in(turn))


async def withdraw_confirmed(turn: Turn, question: Question, given: Given) -> Reply:
    _, chosen = await _chosen(turn, str(question.subject_id), question)
    if chosen is None or given.value != "yes":
        return text("comments-kept-as-is")
    if not rules.can_be_withdrawn(chosen.state.value):
        return await _already_read(turn, chosen)  # it was read while they made up their mind
    await authors.withdraw(turn.acting, chosen)
    return await _said_of(turn, chosen, text("comments-withdrawn", number=chosen.number))


async def take_name_back(turn: Turn) -> Reply:
    """After the fact: until it is read, the name can be taken back."""
    own = await _own(turn)
    named = [c for c in own if c.with_name]
    if not named:
        return text("comments-none-of-yours")
    await forget_message(turn)
    waiting = [c for c in named if rules.can_be_withdrawn(c.state.value)]
    if len(waiting) > 1:
        return await _which(turn, own, waiting, NAMELESS)
    return await _take_name_back(turn, waiting[0] if waiting else named[0])


async def which_nameless(turn: Turn, question: Question, given: Given) -> Reply:
    _, chosen = await _chosen(turn, given.value, question)
    await forget_message(turn)
    return text("comments-none-of-yours") if chosen is None else await _take_name_back(turn, chosen)


async def _take_name_back(turn: Turn, chosen: Comment) -> Reply:
    if not rules.can_be_withdrawn(chosen.state.value) or turn.person is None:
        return await _already_read(turn, chosen)
    seen = chosen.state is CommentState.CARRIED
    code = await nameless.take_name_back(turn.acting, chosen, turn.contact, turn.person)
    said = text("comments-now-nameless-seen" if seen else "comments-now-nameless")
    return [said, text("comments-code", code=code)] if code else said


async def write_again(turn: Turn) -> Reply:
    """After the fact: the old words stay until the new ones are confirmed."""
    own = await _own(turn)
    waiting = [c for c in own if rules.can_be_withdrawn(c.state.value)]
    if not own:
        return text("comments-none-of-yours")
    if not waiting:
        return await _already_read(turn, own[0])
    if len(waiting) > 1:
        return await _which(turn, own, waiting, CORRECT)
    return _write_again(own, waiting[0], _code_in(turn))


async def which_corrected(turn: Turn, question: Question, given: Given) -> Reply:
    own, chosen = await _chosen(turn, given.value, question)
    if chosen is None:
        return text("comments-none-of-yours")
    if not rules.can_be_withdrawn(chosen.state.value):
        return await _already_read(turn, chosen)
    return _write_again(own, chosen, {"code": str(question.prompt.get("code", ""))})


def _write_again(own: list[Comment], chosen: Comment, code: dict[str, str]) -> Reply:
    start = code | {"meeting": chosen.meeting_id, "replaces": _place(own, chosen), "nameless": not chosen.with_name}
    return [text("comments-write-again"), Start("comment", start)]


async def what_becomes_of_it(turn: Turn) -> Reply:
    """When the latest of theirs is read, and when the answer comes."""
    waiting = [c for c in await _own(turn) if rules.can_be_withdrawn(c.state.value)]
    if not waiting:
        return None
    meeting = await turn.session.get_one(Meeting, waiting[0].meeting_id)
    answer_by = meeting.answer_by or meeting.local_date
    words = text("comments-what-becomes", carrier=meeting.carrier, date=meeting.local_date, answer_by=answer_by)
    return await _said_of(turn, waiting[0], words)


# -- which of them -----------------------------------------------------------------------------------------------


async def _own(turn: Turn, code: str = "") -> list[Comment]:
    """Theirs; to ask about a nameless one is forgotten at once. `code`: what they wrote before, on a shared phone."""
    words = f"{turn.text} {code}"
    tries = turn.contact.shared and CODE.search(turn.text) is not None
    if tries and (refusal := await guesses.barred(turn.acting, turn.row)) is not None:
        await forget_message(turn)
        raise Refused(refusal)
    own = await own_comments(turn.session, turn.person.id if turn.person else None, turn.contact.id, words)
    if any(not c.with_name for c in own):
        await forget_message(turn)
    elif tries:
        await guesses.wrong(turn.acting, turn.row, turn.contact)
        turn.row.text, turn.row.payload = "", None  # whoever texts a code holds nameless words, or thinks so
    return own


def _code_in(turn: Turn) -> dict[str, str]:
    """What a question about a nameless comment keeps, on a shared phone, of the message that brought it."""
    return {"code": " ".join(re.findall(r"\d+", turn.text))} if turn.contact.shared else {}


def _place(own: list[Comment], chosen: Comment) -> str:
    """What a question keeps of a comment: a named one's id; a nameless one's rank among theirs, below zero."""
    if chosen.with_name:
        return str(chosen.id)
    return str(-1 - [c.id for c in own if not c.with_name].index(chosen.id))


def at_place(own: list[Comment], place: str | None) -> Comment | None:
    return next((c for c in own if _place(own, c) == place), None)


def still_theirs(own: list[Comment], place: str) -> Comment | None:
    """The comment at that place, while it can be taken back."""
    chosen = at_place(own, place)
    return chosen if chosen is not None and rules.can_be_withdrawn(chosen.state.value) else None


async def _chosen(turn: Turn, place: str | None, question: Question) -> tuple[list[Comment], Comment | None]:
    """The comment that the answered question was about. The question itself is forgotten at once."""
    own = await _own(turn, str(question.prompt.get("code", "")))
    chosen = at_place(own, place)
    await forget_questions(turn.session, [question.id])
    return own, chosen


def _numbered(own: list[Comment], words: str) -> Comment | None:
    """The one whose number stands in the words: "RETIRER 12", "enlevez le no 12 svp"."""
    numbers = {int(number) for number in re.findall(r"\d{1,9}", words)}
    return next((c for c in own if c.number in numbers), None)


async def _which(turn: Turn, own: list[Comment], among: list[Comment], kind: QuestionKind) -> Reply:
    options = tuple([Option(_place(own, c), await _label(turn, c)) for c in among[:MOST_SHOWN]])
    return Ask(Outgoing(text("comments-which"), options), kind, kept=_code_in(turn))


async def _label(turn: Turn, comment: Comment) -> Text:
    if comment.with_name:
        return text("comments-short", number=comment.number, words=comment.words[:24])
    meeting = await turn.session.get_one(Meeting, comment.meeting_id)
    roundtable = (await roundtable_of(turn.session, meeting)).name
    return text("comments-short-nameless", roundtable=roundtable[:18].strip(), date=meeting.local_date)


async def _already_read(turn: Turn, chosen: Comment) -> Reply:
    date = chosen.read_on or turn.installation.today(turn.now)
    return await _said_of(turn, chosen, text("comments-already-read", number=chosen.number, date=date))


async def _said_of(turn: Turn, chosen: Comment, words: Text) -> Reply:
    """A reply when it has a name; else by its return path."""
    if chosen.with_name:
        return words
    await nameless.tell_by_path(turn.acting, chosen, words, nameless.REPLY_BY_PATH)
    return None
