"""`portevoix letters`: the month's letters as one PDF, a sheet of labels, and that they were posted."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import typer

from bot.cli.acting import AS, JSON, Stop, run_act
from bot.letters import labels_pdf, letters_pdf
from handlers.acting import Acting, ActResult
from handlers.digest.letters import Post, make_letters, mark_posted
from messages import text


def letters(
    month: str = typer.Option(..., "--month", help="The month, such as 2026-11."),
    to: Path = typer.Option(Path("lettres"), "--to", help="The folder where the PDF files go."),
    posted: str = typer.Option("", "--posted", help="They were posted on this date, such as 2026-11-30."),
    acting_as: str = AS,
    as_json: bool = JSON,
) -> None:
    """Print-ready letters for whoever chose the post; with --posted, they are logged as sent."""

    async def act(acting: Acting) -> ActResult:
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", month):
            raise Stop(text("shell-bad-month", month=month[:20]), 2)
        if posted:
            day = _day(posted)
            return await mark_posted(acting, month, day)
        post: Post = (await make_letters(acting, month)).data["post"]
        pages, labels = _written(to, month, post)
        data = {"letters": str(pages), "labels": str(labels), "people": len(post.letters)}
        missing = ", ".join(post.without_address) or "-"
        done = text("letters-made", people=len(post.letters), file=str(pages), missing=missing)
        return ActResult(done, data | {"without_address": list(post.without_address)})

    run_act(act, acting_as=acting_as, as_json=as_json)


def _day(written: str) -> dt.date:
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise Stop(text("shell-bad-day", day=written[:20]), 2) from None


def _written(folder: Path, month: str, post: Post) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    pages, labels = folder / f"lettres-{month}.pdf", folder / f"etiquettes-{month}.pdf"
    pages.write_bytes(letters_pdf(post.letters))
    labels.write_bytes(labels_pdf(post.letters))
    return pages, labels
