"""What `portevoix journal verify` found, and beside which seals noted outside the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.cli.acting import Stop
from bot.sealing import verify_with
from bot.seals import AGAIN, FIRST, SEAL, Noted, Seals, SealsBroken, since_the_beginning
from db.journal.chain import ChainCheck, Seal
from db.session import Database
from handlers.acting import ActResult
from messages import Text, text


@dataclass(frozen=True, slots=True)
class SealsChecked:
    """A journal that holds. `lines` are those of the file that it was held to; `noted` a seal given by hand."""

    verdict: ChainCheck
    seals: Seals
    lines: Sequence[Noted]
    noted: Seal | None


async def check(database: Database, seals: Seals, noted: Seal | None) -> SealsChecked:
    """Raises Stop with what is wrong: in the journal, or in what should prove it."""
    try:
        lines = since_the_beginning(seals.read())
        async with database.read() as session:
            verdict = await verify_with(session, seals, *([noted] if noted else []))
    except SealsBroken as error:
        raise Stop(text("journal-anchor-changed", file=str(seals.path), line=error.line)) from None
    except OSError as error:
        raise Stop(text("journal-anchor-cannot", file=str(seals.path), reason=error.strerror or "?")) from None
    if verdict.why:
        raise Stop(broken(verdict))
    if not lines and noted is None and verdict.checked:
        raise Stop(text("journal-no-anchor", file=str(seals.path)))
    return SealsChecked(verdict, seals, lines, noted)


def broken(verdict: ChainCheck) -> Text:
    if verdict.why == "beginning":
        return text("journal-broken-beginning")
    if verdict.broken is None:
        return text("journal-broken-end", checked=verdict.checked)
    if verdict.why in ("noted", "backdated"):
        return Text(f"journal-broken-{verdict.why}", {"number": verdict.broken})
    return Text(f"journal-broken-{verdict.why}", {"number": verdict.broken, "checked": verdict.checked})


def told(checked: SealsChecked) -> ActResult:
    """The journal is whole, and what says so."""
    verdict, lines = checked.verdict, checked.lines
    words: list[Text] = [
        text("journal-verified", checked=verdict.checked, waiting=verdict.waiting, seal=str(verdict.seal))
    ]
    if checked.noted is not None:
        words.append(text("journal-by-hand", seal=str(checked.noted)))
    if lines:
        words.append(text("journal-anchor", file=str(checked.seals.path), place=lines[-1].seal.place))
        if lines[0].kind not in (FIRST, SEAL):
            words.append(_since(lines[0]))
    data = {"checked": verdict.checked, "waiting": verdict.waiting, "seal": str(verdict.seal)}
    return ActResult(text("journal-lines", lines=words), data | {"anchor": _anchor(checked)})


def _since(first: Noted) -> Text:
    """From where the file proves something, when it is not from the first line."""
    assert first.seal.at is not None
    return Text(f"journal-anchor-{first.kind}", {"date": first.seal.at.date(), "place": first.seal.place})


def _anchor(checked: SealsChecked) -> dict[str, object]:
    lines = checked.lines
    return {
        "by_hand": str(checked.noted) if checked.noted else None,
        "file": str(checked.seals.path) if lines else None,
        "copy": str(checked.seals.copy) if lines and checked.seals.copy else None,
        "since": lines[0].kind if lines else None,
        "from": lines[0].seal.place if lines else None,
        "to": lines[-1].seal.place if lines else None,
        "whole": bool(lines) and lines[0].kind != AGAIN,
    }
