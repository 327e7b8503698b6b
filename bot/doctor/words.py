"""What the lists and the languages of this installation lack."""

from __future__ import annotations

from bot.doctor.finding import Finding, bad, good
from bot.settings import Settings
from db.privacy.columns import faults as faults_of_columns
from messages import LanguageName
from messages.catalogue import Catalogue
from messages.coverage import coverage
from messages.lists import faults

MOST_NAMED = 20


def lists() -> list[Finding]:
    """Each line that was left out of a list, by its file and number."""
    found = [(fault.file, fault.line, fault.why) for fault in faults()]
    found += [(fault.file, fault.line, fault.why) for fault in faults_of_columns()]
    return [
        bad("list-line", {"file": file, "line": line}, file=file, line=line, why=why)
        for file, line, why in found[:MOST_NAMED]
    ] or [good("lists")]


def languages(settings: Settings) -> list[Finding]:
    """What each language lacks: to be translated when people joining, answering or in distress would miss it."""
    found = []
    for one in coverage(Catalogue.open(zone=settings.timezone)):
        names = {"language": LanguageName(one.language.code), "folder": one.language.code}
        if one.essential:
            lacks = ", ".join(one.essential[:MOST_NAMED])
            found.append(bad("language", names, count=len(one.essential), lacks=lacks, language=names["language"]))
        elif one.elsewhere:
            files = ", ".join(f"{file} {count}" for file, count in one.elsewhere.items())
            other, missing = LanguageName(one.falls_back_to), one.of - one.messages
            language = names["language"]
            found.append(good("language", language=language, other=other, count=missing, files=files))
    return found
