"""Looking at the comments of every meeting: how many wait, and for what."""

from __future__ import annotations

from handlers.act import act
from handlers.acting import Acting, ActResult
from handlers.comments.views import comments_by_meeting
from messages import text


@act("comments.see_open", twin="comments open")
async def see_open(acting: Acting) -> ActResult:
    """The meetings whose comments wait to be taken, read or answered, the first answer promised first."""
    rows = (await comments_by_meeting.body(acting)).rows
    data = {
        "meetings": [
            {"meeting": row.number, "to_take": row.to_take, "to_read": row.to_read, "to_answer": row.to_answer}
            for row in rows
        ]
    }
    if not rows:
        return ActResult(text("comments-open-none"), data)
    lines = [
        text(
            "comments-open-line",
            number=row.number,
            roundtable=row.roundtable,
            date=row.date,
            take=row.to_take,
            read=row.to_read,
            answer=row.to_answer,
        )
        for row in rows
    ]
    return ActResult(text("comments-open", lines=lines), data)
