"""What coordinators do with a list of people: look at the plan of it, and keep it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.imports import Import
from handlers.act import Right, act, permit
from handlers.acting import Acting, Actor, ActResult, Refused, refuse
from handlers.people.apply import apply
from handlers.people.consent_days import Order
from handlers.people.known import Known, read_known, read_places
from handlers.people.lists.columns import ListTable, tables_of, without_email
from handlers.people.lists.drafts import LineReader
from handlers.people.lists.headless import guessed
from handlers.people.lists.noting import note_import
from handlers.people.lists.places import Places
from handlers.people.lists.sheets import ListFile
from handlers.people.lists.shown import counts_of, refused_facts, refused_lines
from handlers.people.plan import DraftLine, LineFate, Plan, PlanQuestion
from handlers.people.planner import Planner
from handlers.people.strangers import request_words
from messages import Channel, Option, Text, text
from messages.render import render

NO_COLUMNS = "people-file-columns"  # no line of headings was found
CHANGED = "people-list-changed"  # the plan is no longer the one that was confirmed
SHOWN_LINES = 15
MOST_NAMED = 30  # of those added and of those asked, once it is done
SHEET, ENCODING = "sheet", "encoding"  # keys of questions about the whole file


@dataclass(frozen=True, slots=True)
class ListPlan:
    """The plan of one file, from what is `known` in this transaction. `fingerprint`: of the file and of all that would
    be done, so that what was confirmed is what is kept."""

    file: ListFile
    table: ListTable
    plan: Plan
    known: Known
    fingerprint: str
    day_order: Order | None = None


async def plan_list(
    acting: Acting, file: ListFile, answers: Mapping[str, str] | None = None, *, lock: bool = False
) -> ListPlan:
    """What would be done with this file; nothing is. Raises `Refused` when it holds no list of people.

    `answers`: to the questions of an earlier plan, by their keys. `lock`: it will be kept in this transaction.
    """
    permit(acting.actor, Right.COORDINATOR)
    answers = answers or {}
    places = await read_places(acting)
    tables = tables_in(file, [name for _id, name in places.roundtables.values()])
    table, of_file = _chosen(file, tables, answers)
    table = table if acting.installation.email_here else without_email(table)
    reading = LineReader(table, acting.installation, acting.today, Places(places, answers), answers)
    read = list(reading.drafts())
    drafts = [_in_scope(acting.actor, draft) for draft in read]
    addresses = [address for draft in drafts if draft.checked for address in draft.checked.addresses]
    known = await read_known(acting, addresses, places=places, lock=lock)
    plan = plan_drafts(drafts, known, acting)
    plan.questions = [*of_file, *reading.questions.values()]
    plan.request = _request(acting, plan)
    plan.placed = (acting.actor.scope, sum(one is not draft for one, draft in zip(read, drafts, strict=True)))
    return ListPlan(file, table, plan, known, _fingerprint(file, table, plan), reading.day_order)


async def confirmed_plan(
    acting: Acting, file: ListFile, answers: Mapping[str, str] | None, fingerprint: str
) -> ListPlan:
    """The plan that was shown and confirmed, made again in the transaction that keeps it. Raises `Refused` when what
    is known changed since."""
    made = await plan_list(acting, file, answers, lock=True)
    if made.fingerprint != fingerprint:
        raise refuse(CHANGED)
    return made


@act("people.import", entry="people.imported", undone_by="people.undo_import", twin="people import")
async def import_list(acting: Acting, made: ListPlan) -> ActResult:
    """A list of people kept as its plan says, whole. Never makes a coordinator; running it twice changes nothing.

    `made`: by `plan_list`, with `lock`, in this same transaction. Raises `Refused` when a question is open, and when no
    line can be kept.
    """
    plan = made.plan
    if plan.questions:
        raise refuse("people-list-questions", count=len(plan.questions))
    if plan.count(LineFate.REFUSE) == len(plan.lines):
        raise refuse("people-list-none-kept", lines=refused_lines(plan, most=SHOWN_LINES))
    plan.added = [one for one in plan.people if one.id is None]
    await apply(acting, plan, made.known, source="import")
    counts = counts_of(plan)
    row = await note_import(acting, plan, made.known, made.file.title, counts)
    noted: dict[str, Any] = {name: counts[name] for name in ("added", "changed", "bad")}
    noted |= {"lines": len(plan.lines), "title": row.title}
    facts = {**counts, "lines": refused_facts(plan, acting.installation), "kept": True, "import": row.id}
    return ActResult(_kept(plan, row), facts, noted=noted, thing=("import", row.id))


def tables_in(file: ListFile, known: Collection[str] = ()) -> list[ListTable]:
    """The tables of people of a file: by their headings, else by what their columns hold. Raises `Refused`."""
    try:
        return tables_of(file, known)
    except Refused as refused:
        visible = (sheet for sheet in file.sheets if not sheet.hidden)
        found = [table for sheet in visible if (table := guessed(sheet)) is not None]
        if refused.reason.id != NO_COLUMNS or not found:
            raise
        return found


def plan_drafts(drafts: Sequence[DraftLine], known: Known, acting: Acting) -> Plan:
    """What those lines would change of what is known."""
    actor = acting.actor
    planner = Planner(known, acting.installation, acting.now, actor, scope=actor.scope, of_a_list=True)
    for draft in drafts:
        planner.take(draft)
    return planner.end()


def _in_scope(actor: Actor, draft: DraftLine) -> DraftLine:
    """Whoever answers for one territory writes people down there: it is theirs where the list says nothing."""
    if not actor.scope or draft.checked is None or draft.checked.territory:
        return draft
    return replace(draft, checked=replace(draft.checked, territory=actor.scope))


def _chosen(
    file: ListFile, tables: Sequence[ListTable], answers: Mapping[str, str]
) -> tuple[ListTable, list[PlanQuestion]]:
    """The sheet of people, and what must be asked of the file: which sheet, which letters."""
    asked = []
    table = next((one for one in tables if one.sheet.name == answers.get(SHEET)), tables[0])
    if len(tables) > 1 and answers.get(SHEET) not in [one.sheet.name for one in tables]:
        options = tuple(Option(one.sheet.name, one.sheet.name) for one in tables[:8])
        asked.append(PlanQuestion(SHEET, text("people-which-sheet"), options, len(tables[0].rows)))
    if not file.sure and ENCODING not in answers:
        options = tuple(Option(name, words) for name, words in file.samples)
        asked.append(PlanQuestion(ENCODING, text("people-which-encoding"), options, len(table.rows)))
    return table, asked


def _fingerprint(file: ListFile, table: ListTable, plan: Plan) -> str:
    lines = [(one.line, one.name, one.what.value, [why.id for why in one.why]) for one in plan.lines]
    people = [(p.id, sorted(p.values.items()), sorted(p.roles), list(p.seats)) for p in plan.people]
    contacts = [
        (
            c.channel,
            c.address,
            c.consent,
            len(c.attach),
            len(c.awaited),
            [(e.given, e.words, e.at.isoformat()) for e in c.entries],
        )
        for c in plan.contacts
        if not any(not e.given for e in c.entries)  # a no without a day is dated when it is kept
    ]
    whole = [file.digest, table.sheet.name, lines, people, contacts, list(plan.roundtables), list(plan.territories)]
    return hashlib.sha256(json.dumps(whole, default=str).encode()).hexdigest()


def _request(acting: Acting, plan: Plan) -> str:
    """What those who are asked for their yes receive, with the name of the first."""
    if not plan.asked:
        return ""
    installation, first = acting.installation, plan.asked[0]
    words = request_words(installation, first.name, acting.actor.name)
    language = first.values.get("language") or installation.default_language
    return render(installation.catalogue, words, language, Channel.SMS).body


def _kept(plan: Plan, row: Import) -> Text:
    """How many, then who: whoever was added by mistake is put right by the number of their card."""
    counts = counts_of(plan)
    del counts["asked"]
    lines = [text("people-imported-list", title=row.title), text("people-imported", **counts)]
    added = [one for one in plan.added if one.id is not None]
    if added:
        names = [text("people-imported-one", name=one.name or "?", number=one.id or 0) for one in added[:MOST_NAMED]]
        lines.append(text("people-imported-added", names=names, more=len(added) - len(names)))
    if plan.asked:
        asked = [one.name or "?" for one in plan.asked[:MOST_NAMED]]
        lines.append(text("people-imported-asked", names=asked, more=len(plan.asked) - len(asked)))
    if added:
        lines.append(text("people-imported-undo", number=added[0].id or 0))
    if counts["added"] + counts["changed"]:
        lines.append(text("people-imported-undo-all", number=row.id))
    return text("people-plan", lines=lines)
