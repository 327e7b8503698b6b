"""What authors do with their comments, and how news of one reaches its author."""

from __future__ import annotations

from db.comments import rules
from db.comments.questions import comment_numbered
from db.comments.tables import Comment, CommentState
from db.contacts import Contact
from db.meetings.tables import Meeting
from db.organisations import next_number
from db.people import Person
from handlers import sending
from handlers.acting import Acting, refuse
from handlers.comments import nameless
from handlers.comments.forgetting import forget_messages
from messages import Text


async def confirm_comment(
    acting: Acting,
    *,
    meeting: Meeting,
    contact: Contact,
    person: Person,
    words: str,
    point_id: int | None,
    with_name: bool,
    flags: str,
    incoming_ids: list[int],
) -> tuple[Comment, str]:
    """Keep the author's own words; without a name, nothing here leads to them but the return path, and the code of one
    that was written on a shared phone is given back.
    """
    comment = Comment(
        organisation_id=acting.installation.organisation_id,
        meeting_id=meeting.id,
        agenda_point_id=point_id,
        person_id=person.id if with_name else None,
        with_name=with_name,
        words=words,
        flags=flags,
        state=CommentState.CONFIRMED,
        confirmed_on=acting.today if with_name else await nameless.listed_on(acting, meeting.id),
        confirmed_at=acting.now if with_name else None,
        incoming_ids=incoming_ids if with_name else [],
        noted=False,  # the journal learns of every comment tomorrow, with the rest of the day
    )
    if with_name:
        comment.number, comment.id = await _next_number(acting), nameless.drawn_id()
    else:
        comment.number, comment.id = await nameless.number_and_id(acting.session, acting.installation.organisation_id)
    acting.session.add(comment)
    await acting.session.flush()
    code = "" if with_name else await nameless.give_path(acting.session, comment, contact, person)
    return comment, code


async def _next_number(acting: Acting) -> int:
    number = await next_number(acting.session, acting.installation.organisation_id, "comment")
    while await comment_numbered(acting.session, acting.installation.organisation_id, number) is not None:
        number = await next_number(acting.session, acting.installation.organisation_id, "comment")
    return number


async def withdraw(acting: Acting, comment: Comment) -> None:
    """The author takes it back before it is read: the words go, wherever they were shown, and whose they were."""
    if not rules.can_be_withdrawn(comment.state.value):
        raise refuse(
            "comments-already-read",
            number=comment.number,
            date=comment.read_on or acting.installation.today(acting.now),
        )
    await forget_messages(acting, comment.person_id, comment.incoming_ids)
    await nameless.unlook(acting.session, comment)
    await nameless.unsay(acting.session, comment.words)
    kept = comment.confirmed_on if not comment.with_name else None
    nameless.to_nobody(comment, max(acting.today, kept or acting.today))


async def tell_author(acting: Acting, comment: Comment, words: Text) -> bool:
    """News of a comment; False when nobody is there to write to. A nameless one's goes by its return path, which only
    the outbox reads: whether it has one is not known here."""
    if not comment.with_name:
        await nameless.tell_by_path(acting, comment, words)
        return True
    person = await acting.session.get(Person, comment.person_id) if comment.person_id else None
    return person is not None and await sending.tell(acting, person, words) is not None
