"""What the lists and the languages of this installation lack."""

from __future__ import annotations

from collections.abc import Iterator

from bot.doctor.finding import Finding, bad, good
from db.privacy.columns import faults as faults_of_columns
from messages import LanguageName, text
from messages.catalogue import Catalogue
from messages.coverage import Coverage, coverage
from messages.lists import faults

MOST_NAMED = 20
MOST_FILES = 3  # those that lack most: the line of a language is read on a screen


def lists(catalogue: Catalogue) -> list[Finding]:
    """Each line that was left out of a list, and each message that cannot be said as it is written: file and line."""
    found = [(fault.file, fault.line, fault.why) for fault in faults()]
    found += [(fault.file, fault.line, fault.why) for fault in faults_of_columns()]
    found += [(f"messages/{one.file}", one.line, f"{one.id} {one.why}".strip()) for one in catalogue.faults()]
    return [
        bad("list-line", {"file": file, "line": line}, file=file, line=line, why=why)
        for file, line, why in found[:MOST_NAMED]
    ] or [good("lists")]


def languages(catalogue: Catalogue) -> list[Finding]:
    """What each language lacks: to be translated when people joining, answering or in distress would miss it."""
    return [finding for one in coverage(catalogue) for finding in _language(one)]


def _language(one: Coverage) -> Iterator[Finding]:
    language = LanguageName(one.language.code)
    names = {"language": language, "folder": one.language.code}
    if one.essential:
        lacks = ", ".join(one.essential[:MOST_NAMED])
        yield bad("language", names, count=len(one.essential), lacks=lacks, language=language)
    if one.copied:
        copies = ", ".join(f"{id} ({code})" for id, code in list(one.copied.items())[:MOST_NAMED])
        yield bad("language-copied", names, count=len(one.copied), copies=copies, language=language)
    if one.elsewhere and not one.essential and not one.copied:
        most = sorted(one.elsewhere.items(), key=lambda item: -item[1])
        files = ", ".join(f"{file} {count}" for file, count in most[:MOST_FILES])
        others = [
            text("doctor-language-other", count=count, language=LanguageName(code))
            for code, count in one.said_in.items()
        ]
        yield good("language", language=language, others=others, files=files, more=len(most[MOST_FILES:]))
