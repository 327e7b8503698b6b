"""Lists as people keep them, each with what should come of it: `files/` holds them, and a .expected beside each.

An expectation has one line for each person: the line of the list, the name, then what would be kept. A line refused or
asked about gives the id of the sentence that says so; so do the remarks, in parentheses. "?" begins a question.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.installation import build_installation
from bot.settings import Settings
from handlers.acting import Refused
from handlers.numbers import shown
from handlers.people.known import Known
from handlers.people.lists.acts import tables_in
from handlers.people.lists.drafts import LineReader
from handlers.people.lists.places import Places
from handlers.people.plan import DraftLine
from tests.handlers.people.lists.workbooks import WORKBOOKS
from tests.support.env import ENV, catalogue
from tests.support.lists import read

INSTALLATION = build_installation(Settings.load(ENV), catalogue())
FILES = Path(__file__).parent / "files"
TODAY = dt.date(2026, 11, 20)
NAMES = sorted([path.name for path in FILES.iterdir() if path.suffix != ".expected"] + list(WORKBOOKS))


def content_of(name: str) -> bytes:
    return WORKBOOKS[name]() if name in WORKBOOKS else (FILES / name).read_bytes()


def told(name: str) -> str:
    """What would come of a list, when nobody is known yet."""
    try:
        tables = tables_in(read(content_of(name)))
    except Refused as refused:
        facts = ", ".join(f"{key} {value}" for key, value in refused.reason.args.items())
        return f"refused: {refused.reason.id} {facts}".strip() + "\n"
    lines = [f"? sheet: {', '.join(table.sheet.name for table in tables)}"] if len(tables) > 1 else []
    reading = LineReader(tables[0], INSTALLATION, TODAY, Places(Known(), {}))
    lines += [line_of(draft) for draft in reading.drafts()]
    questions = reading.questions.values()
    lines += [f"? {asked.key}: {', '.join(option.value for option in asked.options)}" for asked in questions]
    return "\n".join(lines) + "\n"


def line_of(draft: DraftLine) -> str:
    if draft.checked is None:
        assert draft.why is not None
        parts = [("asked " if draft.asked else "refused ") + draft.why.id]
    else:
        parts = list(kept(draft))
    remarks = " ".join(f"({remark.id})" for remark in draft.remarks)
    return " | ".join(filter(None, [f"{draft.line} {draft.name}".strip(), *parts, remarks]))


def kept(draft: DraftLine) -> Iterator[str]:
    one = draft.checked
    assert one is not None
    yield f"text {shown(one.phone)}" if one.phone else ""
    yield f"call {'; '.join(one.other_phones)}" if one.other_phones else ""
    yield f"telegram {one.telegram_id}" if one.telegram_id else ""
    yield f"speaks {one.language}" if one.language else ""
    yield "+".join(sorted(one.roles))
    yield f"at {', '.join(one.roundtables)}" if one.roundtables else ""
    yield f"in {one.territory}" if one.territory else ""
    yield f"by {one.channel}" if one.channel else ""
    yield f"lives {one.postal_address}" if one.postal_address else ""
    day = one.consent_at.astimezone(dt.UTC).date().isoformat() if one.consent_at else ""
    yield f"no {day}".strip() if one.declined else f"yes {day}" if day else "to ask"


@pytest.mark.parametrize("name", NAMES)
def test_a_list_gives_what_is_expected_of_it(name: str) -> None:
    expected = FILES / f"{name}.expected"
    assert told(name) == expected.read_text(encoding="utf-8")
