"""What coordinators write about personal information: what is asked, who looked, the register of incidents."""

from __future__ import annotations

import re
from typing import Any

from handlers.acting import Acting, refuse
from handlers.commands import Do, number_and_words
from handlers.privacy import asking, erasing, found, incidents, looking, retention
from handlers.turn import Reply
from messages.keywords import fold

NUMBERED = re.compile(r"^\s*(\d{1,7})\b[.:,;]?\s*(.*)$", re.DOTALL)
FIELD = re.compile(r"^\s*([^\d:=]{2,30}?)\s*[:=]\s*(.*)$", re.DOTALL)
# The fields of an incident as they are written on Telegram, folded -> the parameter of the act.
FIELDS = {
    "quoi": "what", "what": "what",
    "arrive le": "happened", "date": "happened", "happened": "happened",
    "trouve le": "found", "found": "found",
    "infos": "information", "renseignements": "information", "information": "information",
    "personnes": "concerned", "people": "concerned",
    "risque": "risk", "risk": "risk",
    "pourquoi": "why", "why": "why",
    "decision": "decision",
    "commission": "commission", "cai": "commission",
    "avisees": "told", "personnes avisees": "told", "told": "told",
    "ferme": "closed", "ferme le": "closed", "closed": "closed",
}  # fmt: skip


async def privacy_command(acting: Acting, words: str) -> Do | Reply:
    """/vie-privee: what waits; /vie-privee 3 remis en main propre le 4: settled; /vie-privee dossier 12, garde 12."""
    if not words.strip():
        return Do(asking.list_requests)
    first, _, rest = words.strip().partition(" ")
    if (what := fold(first)) in ("oublier", "forget"):
        number, reason = number_and_words(rest, "vie-privee")
        return Do(erasing.erase, number, reason)
    if what in ("garder", "keep"):
        return Do(erasing.keep, (await found.asked_to_go(acting, rest)).id)
    if what in ("menage", "retention"):
        return Do(retention.count_past)
    number, note = number_and_words(words, "vie-privee")
    return Do(asking.settle, number, note)


async def asked_command(acting: Acting, words: str) -> Do:
    """/demande-vie-privee 12 access par téléphone: the person of that number asked."""
    number, rest = number_and_words(words, "demande-vie-privee")
    kind, _, note = rest.partition(" ")
    return Do(asking.note_asked, number, asking.kind_named(acting, kind), note.strip())


async def looks_command(_acting: Acting, words: str) -> Do:
    return Do(looking.list_looks, words.strip())


async def incident_command(_acting: Acting, words: str) -> Do:
    """/incident: the register; /incident <what happened>; /incident 3; /incident 3 risque: grave; personnes: 40."""
    if not words.strip():
        return Do(incidents.list_incidents)
    numbered = NUMBERED.match(words)
    if numbered is None:
        what, happened = _what_and_day(words)
        return Do(incidents.note_incident, what, happened=happened)
    number, rest = int(numbered[1]), numbered[2]
    if not rest.strip():
        return Do(incidents.show_incident, number)
    return Do(incidents.change_incident, number, **_fields(rest))


def _what_and_day(words: str) -> tuple[str, str]:
    """ "Une liste est partie à la mauvaise adresse; date: hier" gives what happened, and "hier"."""
    parts = [part.strip() for part in re.split(r"[;\n]|(?=\bdate ?:)", words) if part.strip()]
    dated = [match for part in parts if (match := FIELD.match(part)) and FIELDS.get(fold(match[1])) == "happened"]
    if not dated:
        return words.strip(), ""
    return "; ".join(part for part in parts if part not in [match[0].strip() for match in dated]), dated[-1][2].strip()


def _fields(words: str) -> dict[str, Any]:
    """ "risque: grave; personnes: 40" -> {"risk": "grave", "people": "40"}. Raises `Refused` for what is no field."""
    found: dict[str, Any] = {}
    for part in filter(str.strip, re.split(r"[;\n]", words)):
        match = FIELD.match(part)
        name = FIELDS.get(fold(match[1])) if match else None
        if match is None or name is None:
            raise refuse("privacy-incident-field", part=part.strip()[:30])
        found[name] = match[2].strip()
    return found
