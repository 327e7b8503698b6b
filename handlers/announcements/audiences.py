"""What a coordinator writes for an audience, and what exists when it is misspelt."""

from __future__ import annotations

from sqlalchemy import select

from db.audience import Audience, languages_spoken
from db.meetings.tables import Meeting
from db.organisations import Roundtable
from db.territories import every_territory
from handlers.acting import Acting, refuse
from handlers.near_names import key_of
from handlers.places_meant import TERRITORY_WORDS, is_theirs
from handlers.things import MEETING, ROUNDTABLE
from handlers.vocabulary import channel_of
from messages.channels import SENT
from messages.keywords import fold
from messages.languages import CODES

EVERYONE = {"tous", "tout le monde", "toutes", "everyone", "all", "todos"}
ROLES = {
    "member": {"membres", "membre", "members", "member"},
    "expert": {"experts", "expert", "expertes", "experts du vecu"},
    "coordinator": {"coordination", "coordinators", "coordinator"},
}
ROUNDTABLE_WORDS = ("table ", "roundtable ", "comite ", "committee ")
UNANSWERED = ("sans reponse ", "sans-reponse ", "unanswered ", "not answered ", "not-answered ")
PREFIXES = ("role ", "canal ", "channel ")


async def read_audience(acting: Acting, words: str) -> Audience:
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
    if (channel := channel_of(wanted)) in SENT:
        return Audience(channel=channel.value)
    for prefix in (fold(p) + " " for p in UNANSWERED):
        if wanted.startswith(prefix):
            return await _unanswered(acting, wanted.removeprefix(prefix))
    return await _named(acting, wanted, words)


async def languages_read(acting: Acting, audience: Audience | None = None, *, written: str) -> list[str]:
    """The languages, beside the one that is `written`, that people of an audience (None: anyone) read and that one can
    write in.
    """
    spoken = await languages_spoken(acting.session, acting.organisation_id, audience)
    return [code for code in CODES if code in spoken and code != written]


async def _unanswered(acting: Acting, number: str) -> Audience:
    digits = "".join(c for c in number if c.isdigit())
    meeting = await acting.session.get(Meeting, int(digits)) if digits else None
    if meeting is None:
        raise refuse("announcements-no-such-meeting", number=number)
    await MEETING.check_scope(acting, meeting)
    return Audience(roundtable_id=meeting.roundtable_id, unanswered_meeting_id=meeting.id)


async def _named(acting: Acting, wanted: str, words: str) -> Audience:
    roundtables = list(await acting.session.scalars(ROUNDTABLE.visible(acting)))
    name = wanted
    for prefix in (*ROUNDTABLE_WORDS, *TERRITORY_WORDS):
        name = name.removeprefix(prefix)
    names = await every_territory(acting.session, acting.organisation_id)
    territories = [acting.actor.scope] if acting.actor.scope else sorted(set(names.values()))
    if not wanted.startswith(ROUNDTABLE_WORDS):
        territory = names.get(key_of(wanted)) or names.get(key_of(name))
        if territory and (not acting.actor.scope or await is_theirs(acting, territory)):
            return Audience(territory=territory)
    for roundtable in roundtables:
        if fold(roundtable.name) in (name, wanted):
            return Audience(roundtable_id=roundtable.id)
    if acting.actor.scope and await _elsewhere(acting, name, wanted):
        raise refuse("access-other-territory", territory=acting.actor.scope)
    existing = [*(r.name for r in roundtables), *territories]
    raise refuse("announcements-no-such-audience", words=words[:60], existing=", ".join(existing) or "-")


async def _elsewhere(acting: Acting, *names: str) -> bool:
    """Whether these words name a roundtable or a territory that this coordinator does not answer for."""
    everywhere = await acting.session.scalars(select(Roundtable).where(ROUNDTABLE.organisation(acting.organisation_id)))
    known = {key_of(r.name) for r in everywhere} | set(await every_territory(acting.session, acting.organisation_id))
    return any(key_of(name) in known for name in names)
