"""The coordinators' own Word document, kept once the machine has checked and tried it."""

from __future__ import annotations

import base64
import hashlib
from typing import Annotated

from sqlalchemy import select

from db.report.tables import ReportTemplate
from db.session import AsyncSession
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult, refuse
from messages import text

LONGEST_NAME = 60


@act(
    "report.keep_template",
    right=Right.ORGANISATION,
    entry="report.template_kept",
    undone_by="report.drop_template",
    twin="report template keep",
)
async def keep_template(
    acting: Acting, name: Annotated[str, Field("The file.")], content: Annotated[bytes, Field("What it holds.")]
) -> ActResult:
    """The document with which the report's Word file is made from now on. `content`: checked and tried already."""
    named = name.replace("\\", "/").rpartition("/")[2][:LONGEST_NAME]
    row = await kept_template(acting.session, acting.organisation_id)
    if row is None:
        row = ReportTemplate(organisation_id=acting.organisation_id)
        acting.session.add(row)
    row.name, row.content = named, base64.b64encode(content).decode()
    row.digest = hashlib.sha256(content).hexdigest()
    row.kept_at, row.kept_by = acting.now, acting.actor.person_id
    await acting.session.flush()
    noted = {"digest": row.digest}
    return ActResult(text("report-template-kept", name=named), {"template": named, **noted}, noted=noted)


@act(
    "report.drop_template",
    right=Right.ORGANISATION,
    entry="report.template_dropped",
    undone_by="report.keep_template",
    twin="report template drop",
)
async def drop_template(acting: Acting) -> ActResult:
    """The house's template again."""
    row = await kept_template(acting.session, acting.organisation_id)
    if row is None:
        raise refuse("report-template-none")
    await acting.session.delete(row)
    return ActResult(text("report-template-dropped"), {"template": ""})


async def kept_template(session: AsyncSession, organisation_id: int) -> ReportTemplate | None:
    return await session.scalar(select(ReportTemplate).where(ReportTemplate.organisation_id == organisation_id))


async def template_of(session: AsyncSession, organisation_id: int) -> bytes | None:
    """The document kept; None: the house's."""
    row = await kept_template(session, organisation_id)
    return base64.b64decode(row.content) if row is not None else None
