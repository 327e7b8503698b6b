"""What a coordinator writes for an audience, and what exists when it is misspelt."""

from __future__ import annotations

from sqlalchemy import select

from db.audience import Audience
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.people import Person
from db.session import AsyncSession
from handlers.access import refuse
from messages.keywords import fold

EVERYONE = {"tous", "tout le monde", "toutes", "everyone", "all", "todos"}
ROLES = {
    "member": {"membres", "membre", "members", "member"},
    "expert": {"experts", "expert", "expertes", "experts du vecu"},
    "coordinator": {"coordination", "coordinators", "coordinator"},
}
CHANNELS = {"sms": {"sms", "texto", "textos"}, "telegram": {"telegram"}}
ROUNDTABLE = ("table ", "roundtable ", "comite ", "committee ")
TERRITORY = ("territoire ", "territory ", "mrc ")
UNANSWERED = ("sans reponse ", "sans-reponse ", "unanswered ", "not answered ", "not-answered ")
PREFIXES = ("role ", "canal ", "channel ")


async def read_audience(session: AsyncSession, organisation_id: int, words: str) -> Audience:
    """ "tous", "table COCO", "territoire Grande-Anse", "membres", "sms", "sans-reponse 12". Raises Refused otherwise,

    with what exists. A colon may stand for the space: "territory:Grande-Anse", "role:expert".
    """
    wanted = fold(words.replace(":", " ").replace("=", " "))
    for prefix in PREFIXES:
        wanted = wanted.removeprefix(prefix)
    if wanted in EVERYONE:
        return Audience()
    for role, names in ROLES.items():
        if wanted in names:
            return Audience(role=role)
    for channel, names in CHANNELS.items():
        if wanted in names:
            return Audience(channel=channel)
    for prefix in (fold(p) + " " for p in UNANSWERED):
        if wanted.startswith(prefix):
            return await _unanswered(session, organisation_id, wanted.removeprefix(prefix))
    return await _named(session, organisation_id, wanted, words)


async def _unanswered(session: AsyncSession, organisation_id: int, number: str) -> Audience:
    digits = "".join(c for c in number if c.isdigit())
    meeting = await session.get(Meeting, int(digits)) if digits else None
    if meeting is None or meeting.organisation_id != organisation_id:
        raise refuse("announcements-no-such-meeting", number=number)
    return Audience(roundtable_id=meeting.roundtable_id, unanswered_meeting_id=meeting.id)


async def _named(session: AsyncSession, organisation_id: int, wanted: str, words: str) -> Audience:
    roundtables = list(await session.scalars(select(Roundtable).where(Roundtable.organisation_id == organisation_id)))
    name = wanted
    for prefix in (*ROUNDTABLE, *TERRITORY):
        name = name.removeprefix(prefix)
    territories = await known_territories(session, organisation_id)
    if not wanted.startswith(ROUNDTABLE):
        for territory in territories:
            if fold(territory) in (name, wanted):
                return Audience(territory=territory)
    for roundtable in roundtables:
        if fold(roundtable.name) in (name, wanted):
            return Audience(roundtable_id=roundtable.id)
    existing = [*(r.name for r in roundtables), *territories]
    raise refuse("announcements-no-such-audience", words=words[:60], existing=", ".join(existing) or "-")


async def known_territories(session: AsyncSession, organisation_id: int) -> list[str]:
    people = await session.scalars(
        select(Person.territory).where(Person.organisation_id == organisation_id, Person.territory != "").distinct()
    )
    tables = await session.scalars(
        select(Roundtable.territory)
        .where(Roundtable.organisation_id == organisation_id, Roundtable.territory != "")
        .distinct()
    )
    return sorted({*people, *tables})
