"""`portevoix understand`: what a message is taken for, how sure that is, and what would be answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from messages.keywords import Keyword
from messages.keywords import understand as read_message
from messages.keywords.words import Understood
from messages.types import Channel, Text

# Keywords whose question is not "did you mean...?": what would be done depends on more than the word.
_OWN_QUESTION = (Keyword.ARRET, Keyword.RECLAMER, Keyword.ANNULER)


def understand(
    text: Annotated[str | None, typer.Argument(help="The message to understand.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with a message on each line: one JSON each.")] = None,
    language: Annotated[str, typer.Option(help="The language of the report.")] = "fr",
) -> None:
    """The keyword of a message, how sure it is (sure, ask or none), and what would be answered."""
    if file is not None:
        for line in as_json(messages_in(file.read_text(encoding="utf-8-sig", errors="replace"))):
            typer.echo(line)
    elif text is not None:
        typer.echo(_said(report(text), language))
    else:
        raise typer.BadParameter(_said([Text("understand-nothing-given")], language))


def messages_in(content: str) -> list[str]:
    """One message per line. Only line feeds end a line: a message may hold any other separator of Unicode."""
    return [line.removesuffix("\r") for line in content.split("\n") if line.strip()]


def as_json(messages: Iterable[str]) -> Iterator[str]:
    """A line each: ``{"text": "absan", "keyword": "ABSENT", "sure": "sure"}``; keyword is null when there is none."""
    for message in messages:
        found = read_message(message)
        fields = {"text": message, "keyword": found.keyword.value if found.keyword else None, "sure": found.sure}
        yield json.dumps(fields, ensure_ascii=False)


def report(text: str) -> list[Text]:
    """What the command says about one message."""
    found = read_message(text)
    keyword = found.keyword.value if found.keyword else Text("understand-no-keyword")
    said = [Text("understand-report", {"keyword": keyword, "sure": found.sure, "answer": answer(found)})]
    if found.payload:
        said.append(Text("understand-payload", {"words": found.payload}))
    if found.label:
        said.append(Text(f"understand-label-{found.label}"))
    return said


def answer(found: Understood) -> Text:
    """What the person would be told, or asked when it is not sure."""
    if found.keyword is None:
        return Text("understand-own-words")
    kind = f"-{found.stop_kind}" if found.stop_kind else ""
    name = found.keyword.value.lower().replace(" ", "-")
    if found.sure == "sure":
        return Text(f"understand-does-{name}{kind}")
    if found.keyword is Keyword.RECLAMER and not found.payload:
        return Text("understand-asks", {"word": found.keyword.value})
    if found.keyword in _OWN_QUESTION:
        return Text(f"understand-asks-{name}{kind}")
    return Text("understand-asks", {"word": found.keyword.value})


def _said(messages: list[Text], language: str) -> str:
    # Imported here: Fluent takes longer to load than ten thousand messages to understand.
    from messages.catalogue import Catalogue

    catalogue = Catalogue.open(only="keywords")
    return "\n".join(catalogue.text(message, language, Channel.TELEGRAM) for message in messages)
