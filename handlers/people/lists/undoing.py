"""A list that was kept is taken back: shown first, within thirty days; what was said or changed since is named, and
stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from db.imports import UNDONE_WITHIN, Import, changes_of, imports_of
from db.journal import write_entry
from db.people import Person
from db.unimporting import Undone, people_behind, take_back
from handlers.act import act_on
from handlers.acting import Acting, ActResult, BadlyWritten, refuse
from handlers.commands import Do, number_and_words
from handlers.people.rectifying import Version, change_noted, version_of
from handlers.things import IMPORT
from handlers.view import view
from messages import Text, text

MOST_NAMED = 30
OF_CARDS = {
    "name": "name", "territory": "territory", "channel": "channel", "postal_address": "street", "addresses": "phone",
    "other_phones": "home", "invited_by": "consent", "refused": "consent",
    "language": "language",
}  # fmt: skip


@act_on(
    IMPORT,
    "people.undo_import",
    entry="people.import_undone",
    final="the same file is imported again",
    twin="people undo-import",
    asks_first=True,
)
async def undo_import(acting: Acting, row: Import) -> ActResult:
    """An import taken back, within thirty days: who was added and whom nothing touched since goes, what it completed is
    as it was; what was said, noted or changed since stays, by name."""
    if acting.actor.scope and row.by_id != acting.actor.person_id:
        raise refuse("access-whole-organisation", territory=acting.actor.scope)
    if row.undone_at is not None:
        raise refuse("people-import-already-undone", number=row.id, when=acting.installation.local(row.undone_at))
    changes = await changes_of(acting.session, row.id)
    if acting.now - row.at > UNDONE_WITHIN or (row.added + row.changed and not changes):
        raise refuse("people-import-too-late", number=row.id)
    people = await people_behind(acting.session, changes)
    before = {c.person_id: await version_of(acting.session, people[c.person_id]) for c in changes if not c.added}
    done = await take_back(acting.session, row)
    row.undone_at = acting.now
    for person in done.back:
        await _note(acting, person, before[person.id])
    said = await _said(acting, row, done)
    noted = {"title": row.title, "gone": len(done.gone), "back": len(done.back), "kept": len(done.kept)}
    data = {**noted, "import": row.id, "left": [person.id for person, _fields in done.left], "sent": done.sent}
    about = text("people-plan", lines=[text("people-undo-about", list=await title_of(acting, row)), *said])
    return ActResult(text("people-plan", lines=[text("people-undone"), *said]), data, noted=noted, checked=about)


async def _note(acting: Acting, person: Person, before: Version) -> None:
    """What the card held with the list, and what it holds again."""
    changed = change_noted(person, before, await version_of(acting.session, person))
    await write_entry(
        acting.session,
        "people.changed",
        now=acting.now,
        actor=acting.actor.signature,
        subject=person.pseudonym,
        thing="person",
        thing_id=person.id,
        channel=acting.actor.via,
        **changed,
    )


async def _said(acting: Acting, row: Import, done: Undone) -> list[Text]:
    lines = [text("people-undo-counts", gone=len(done.gone), back=len(done.back), kept=len(done.kept))]
    lines += _named("people-undo-gone", [f"{name or '?'} ({number})" for number, name in done.gone])
    lines += _named("people-undo-back", [f"{one.name or '?'} ({one.id})" for one in done.back])
    whys = [
        text("people-undo-one", name=one.name or "?", number=one.id, why=text(f"people-undo-{why}"))
        for one, why in done.kept
    ]
    lines += _named("people-undo-kept", whys)
    for person, fields in done.left[:MOST_NAMED]:
        what = [text(f"people-column-{OF_CARDS[name]}") for name in fields]
        lines.append(text("people-undo-left", name=person.name or "?", number=person.id, what=what))
    return lines + _named("people-undo-sent", done.sent)


def _named(id: str, names: Sequence[Text | str]) -> list[Text]:
    return [text(id, names=list(names[:MOST_NAMED]), more=max(0, len(names) - MOST_NAMED))] if names else []


@dataclass(frozen=True, slots=True)
class ImportShown:
    """A list that was kept. `standing`: it may be taken back."""

    number: int
    title: Text
    added: int
    changed: int
    standing: bool


@view("people.imports")
async def imports_shown(acting: Acting) -> list[ImportShown]:
    """The lists kept in the last thirty days, the latest first."""
    rows = await imports_of(acting.session, acting.organisation_id, acting.now - UNDONE_WITHIN)
    mine = [row for row in rows if not acting.actor.scope or row.by_id == acting.actor.person_id]
    return [
        ImportShown(row.id, await title_of(acting, row), row.added, row.changed, row.undone_at is None) for row in mine
    ]


async def title_of(acting: Acting, row: Import) -> Text:
    """A list by its file, its day and who sent it."""
    who = await acting.session.scalar(select(Person.name).where(Person.id == row.by_id)) if row.by_id else ""
    when = acting.installation.local(row.at)
    return text("people-import-title", title=row.title, when=when, who=who or acting.installation.contact_name)


async def undo_command(acting: Acting, rest: str) -> Do:
    """/annuler import: the latest; /annuler import 3."""
    if rest.strip():
        return Do(undo_import, number_and_words(rest, "annuler-import")[0])
    found = await imports_of(acting.session, acting.organisation_id, acting.now - UNDONE_WITHIN)
    standing = [row for row in found if row.undone_at is None]
    if not standing:
        raise BadlyWritten(text("people-no-import"))
    return Do(undo_import, standing[0].id)
