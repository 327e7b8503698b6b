"""What tables are, and where: asked once, so that the report of each year says it."""

from __future__ import annotations

from typing import Annotated, TypeVar

from sqlalchemy import select

from db.labels import by_name, label
from db.organisations import (
    Level,
    PlaceKind,
    Roundtable,
    Territory,
    listed_territory,
    roundtable_named,
    territories_of,
)
from db.territories import envelopes_of, rename_territory, territory_named
from db.territory_merges import held_by, limited_to, may_be_undone, merge_territories, unmerge_territories
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult, refuse
from messages import Text, text
from messages.keywords import fold

T = TypeVar("T")
KINDS = {
    **dict.fromkeys(("concertation", "mecanisme", "mechanism"), PlaceKind.MECHANISM),
    **dict.fromkeys(("projet", "projets", "project", "projects"), PlaceKind.PROJECT),
    **dict.fromkeys(("benevolat", "volunteering"), PlaceKind.VOLUNTEERING),
}
LEVELS = {
    **dict.fromkeys(("local", "locale"), Level.LOCAL),
    **dict.fromkeys(("regional", "regionale"), Level.REGIONAL),
}


def kind_read(_acting: Acting, words: str) -> PlaceKind | None:
    return _one_of(KINDS, words)


def level_read(_acting: Acting, words: str) -> Level | None:
    return _one_of(LEVELS, words)


def _one_of(known: dict[str, T], words: str) -> T | None:
    """The one that these words name; None for no words. Raises `Refused`."""
    if not words.strip():
        return None
    if fold(words) not in known:
        raise refuse("report-what-is-it", words=words.strip()[:40])
    return known[fold(words)]


@act("report.tables", right=Right.ORGANISATION, twin="report tables")
async def tables(acting: Acting) -> ActResult:
    """Every table: what it is, its level, its territory, and what nobody said of it."""
    mine = Roundtable.organisation_id == acting.organisation_id
    rows = list(await acting.session.scalars(select(Roundtable).where(mine).order_by(by_name(Roundtable.name))))
    lines = [_line(row) for row in rows] or [text("report-no-tables")]
    return ActResult(text("report-tables", lines=lines), {"tables": [_data(row) for row in rows]})


def _line(row: Roundtable) -> Text:
    return text(
        "report-table-line",
        name=row.name,
        kind=text(f"report-kind-{row.place_kind}"),
        level=text(f"report-level-{row.level or 'not_recorded'}"),
        territory=row.territory or text("report-no-territory"),
    )


def _data(row: Roundtable) -> dict[str, str]:
    return {"name": row.name, "kind": row.place_kind, "level": row.level or "", "territory": row.territory}


@act("report.table", right=Right.ORGANISATION, entry="report.described", undone_by="report.table", twin="report table")
async def describe(
    acting: Acting,
    name: Annotated[str, Field("The name of the table.")],
    kind: Annotated[PlaceKind | None, Field("mechanism, project or volunteering.", "--kind", read=kind_read)] = None,
    level: Annotated[Level | None, Field("local or regional.", "--level", read=level_read)] = None,
    territory: Annotated[str, Field("The territory it is of.", "--territory")] = "",
) -> ActResult:
    """What a table is: a mechanism of concertation, a project or volunteering; its level; its territory."""
    row = await roundtable_named(acting.session, acting.organisation_id, name)
    if row is None:
        raise refuse("report-no-such-table", name=name[:40])
    row.place_kind, row.level = kind or row.place_kind, level or row.level
    if territory.strip():
        row.territory = (await _known(acting, territory)).name
    await acting.session.flush()
    noted = {"kind": str(row.place_kind), "level": str(row.level or "")}
    return ActResult(text("report-described", line=_line(row)), _data(row), noted=noted, thing=("roundtable", row.id))


@act(
    "report.rename_table",
    right=Right.ORGANISATION,
    entry="report.table_renamed",
    undone_by="report.rename_table",
    twin="report rename-table",
)
async def rename_table(
    acting: Acting,
    name: Annotated[str, Field("The table.")],
    to: Annotated[str, Field("Its new name.", "--to")],
) -> ActResult:
    """Another name for a table, everywhere: who sits there and what was planned there stay."""
    row, new = await roundtable_named(acting.session, acting.organisation_id, name), label(to)[:60]
    if row is None:
        raise refuse("report-no-such-table", name=name[:40])
    if not new:
        raise refuse("example-table")
    other = await roundtable_named(acting.session, acting.organisation_id, new)
    if other is not None and other.id != row.id:
        raise refuse("report-table-taken", name=other.name)
    before, row.name = row.name, new
    await acting.session.flush()
    said = text("report-table-renamed", before=before, name=row.name)
    return ActResult(said, {"name": row.name, "before": before}, thing=("roundtable", row.id))


@act("report.territories", right=Right.ORGANISATION, twin="report territories")
async def territories(acting: Acting) -> ActResult:
    """The territories, and the other names under which they were written."""
    rows = await territories_of(acting.session, acting.organisation_id)
    lines = [
        text("report-territory-others", name=row.name, others=list(row.other_names)) if row.other_names else row.name
        for row in rows
    ]
    data = [{"name": row.name, "other_names": row.other_names} for row in rows]
    return ActResult(text("report-territories", lines=lines or [text("report-no-territories")]), {"territories": data})


@act(
    "report.add_territory",
    right=Right.ORGANISATION,
    entry="report.territory_added",
    undone_by="report.merge_territories",
    twin="report add-territory",
)
async def add_territory(acting: Acting, name: Annotated[str, Field("Its name.")]) -> ActResult:
    """A territory put on the list."""
    if await territory_named(acting.session, acting.organisation_id, name) is not None:
        raise refuse("report-territory-known", name=label(name)[:60])
    written = await listed_territory(acting.session, acting.organisation_id, label(name)[:60])
    if not written:
        raise refuse("example-territoire")
    return ActResult(text("report-territory-added", name=written), {"name": written}, noted={})


@act(
    "report.rename_territory",
    right=Right.ORGANISATION,
    entry="report.territory_renamed",
    undone_by="report.rename_territory",
    twin="report rename-territory",
)
async def rename(
    acting: Acting,
    name: Annotated[str, Field("The territory.")],
    to: Annotated[str, Field("Its new name.", "--to")],
) -> ActResult:
    """Another name for a territory, everywhere; the one before is still understood."""
    territory, new = await _known(acting, name), label(to)[:60]
    other = await territory_named(acting.session, acting.organisation_id, new)
    if other is not None and other.id != territory.id:
        raise refuse("report-territory-taken", name=other.name, before=territory.name)
    if not new:
        raise refuse("example-territoire")
    before = territory.name
    await rename_territory(acting.session, territory, new)
    said = text("report-territory-renamed", before=before, name=territory.name)
    return ActResult(said, {"name": territory.name, "before": before}, thing=("territory", territory.id))


@act(
    "report.merge_territories",
    right=Right.ORGANISATION,
    entry="report.territories_merged",
    undone_by="report.unmerge_territories",
    twin="report merge-territories",
    asks_first=True,
)
async def merge(
    acting: Acting,
    name: Annotated[str, Field("The one that disappears.")],
    into: Annotated[str, Field("The one that stays.", "--into")],
) -> ActResult:
    """Two territories that were one: people, tables and envelopes go to the one that stays."""
    absorbed, kept = await _known(acting, name), await _known(acting, into)
    if absorbed.id == kept.id:
        raise refuse("report-territory-same", name=kept.name)
    before, session, here = absorbed.name, acting.session, acting.organisation_id
    limited = await limited_to(session, here, [before, *absorbed.other_names, kept.name, *kept.other_names])
    if limited and acting.actor.via != "shell":  # who may see what is widened where power is given, and nowhere else
        raise refuse("report-merge-widens", names=", ".join(limited), before=before, name=kept.name)
    facts = {"before": before, "name": kept.name, **await held_by(session, here, before)}
    envelopes = len(await envelopes_of(session, absorbed.id))
    about = text("report-merge-about", **facts, envelopes=envelopes, limited=len(limited), names=", ".join(limited))
    await merge_territories(session, kept, absorbed, acting.now)
    said = text("report-territories-merged", before=before, name=kept.name)
    noted = {"before": before, "name": kept.name}
    return ActResult(said, noted, noted=noted, thing=("territory", kept.id), checked=about)


@act(
    "report.unmerge_territories",
    right=Right.ORGANISATION,
    entry="report.territories_unmerged",
    undone_by="report.merge_territories",
    twin="report unmerge-territories",
    asks_first=True,
)
async def unmerge(
    acting: Acting, name: Annotated[str, Field("The one that stays.")], apart: Annotated[str, Field("The other.")]
) -> ActResult:
    """The last territory that this one took in, apart again, within thirty days, with what is still of it."""
    kept = await _known(acting, name)
    record = kept.absorbed or {}
    written = [record.get("name", ""), *record.get("other_names", [])]
    if not may_be_undone(kept, acting.now) or fold(apart) not in map(fold, written):
        raise refuse("report-not-merged", name=kept.name, apart=label(apart)[:60])
    other = await unmerge_territories(acting.session, kept)
    facts = {"before": other.name, "name": kept.name}
    about = text("report-unmerge-about", **facts, **await held_by(acting.session, acting.organisation_id, other.name))
    said = text("report-territories-unmerged", **facts)
    return ActResult(said, facts, noted=facts, thing=("territory", kept.id), checked=about)


async def _known(acting: Acting, name: str) -> Territory:
    found = await territory_named(acting.session, acting.organisation_id, name)
    if found is None:
        rows = await territories_of(acting.session, acting.organisation_id)
        raise refuse("report-no-such-territory", name=name.strip()[:60], known=[row.name for row in rows] or ["-"])
    return found
