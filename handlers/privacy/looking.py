"""Who looked at whom: shown to whoever answers for the whole organisation."""

from __future__ import annotations

from typing import Annotated

from db.people import Person
from db.privacy.looks import looks_at
from db.privacy.tables import Look
from handlers.act import Field, Right, act
from handlers.acting import Acting, ActResult
from handlers.installation import Installation
from handlers.privacy.found import names_of, person_named
from messages import Text, text

MOST = 30
# Where people look, by the topic of the act; any other is "their information".
KNOWN = ("people", "claims", "calls", "comments", "meetings", "journal", "letters", "privacy")


def look_words(installation: Installation, look: Look, who: str) -> Text:
    """ "2 fév. à 10 h : Maude, ses frais" """
    topic = look.act.partition(".")[0]
    where = text(f"look-{topic}" if topic in KNOWN else "look-other")
    return text("privacy-look", when=installation.local(look.at), who=who or text("privacy-look-nobody"), where=where)


@act("privacy.looks", right=Right.ORGANISATION, twin="privacy looks")
async def list_looks(
    acting: Acting, who: Annotated[str, Field("A person, by number or name; nothing: everybody.")] = ""
) -> ActResult:
    """Who looked at a person's information, when and where; at anybody's, without a name."""
    person = await person_named(acting, who) if who.strip() else None
    found = await looks_at(acting.session, person.id if person else None, MOST)
    names = await names_of(acting, {look.person_id for look, _ in found if look.person_id is not None})
    lines = [_line(acting.installation, look, actor, person, names) for look, actor in found]
    data = {"looks": [_facts(acting.installation, look, actor) for look, actor in found]}
    if not lines:
        return ActResult(text("privacy-no-looks"), data)
    return ActResult(text("privacy-looks", lines=lines), data)


def _line(installation: Installation, look: Look, actor: str, person: Person | None, names: dict[int, str]) -> Text:
    words = look_words(installation, look, actor)
    if person is not None:
        return words
    whose = names.get(look.person_id or 0) or text("privacy-look-everybody")
    return text("privacy-look-of", look=words, whose=whose)


def _facts(installation: Installation, look: Look, actor: str) -> dict[str, object]:
    at = installation.local(look.at).isoformat(timespec="minutes")
    return {"at": at, "actor": look.actor_id, "name": actor, "via": look.via, "act": look.act, "person": look.person_id}
