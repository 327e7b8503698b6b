"""`portevoix understand`: what a message is taken for, how sure that is, and what would be answered.

With a context (a code of the corpus), it says the readings in that context and what is done with them. A file whose
first line names the columns of the corpus gives a JSON object a line; without that line, a message a line, and its
keyword.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from messages.keywords import Keyword
from messages.keywords import understand as read_message
from messages.keywords.words import Understood
from messages.languages import BY_KEYWORD
from messages.types import Channel, LanguageName, Text

# Keywords whose question is not "did you mean...?": what would be done depends on more than the word.
_OWN_QUESTION = (Keyword.ARRET, Keyword.RECLAMER, Keyword.ANNULER)


def understand(
    text: Annotated[str | None, typer.Argument(help="The message to understand.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with a message on each line: one JSON each.")] = None,
    language: Annotated[str, typer.Option(help="The language of the report.")] = "fr",
    context: Annotated[str | None, typer.Option(help="What the person has in front of them: N, R, O, K:km...")] = None,
    as_object: Annotated[bool, typer.Option("--json", help="Readings, slots, action and why, as JSON.")] = False,
) -> None:
    """The keyword of a message, how sure it is (sure, ask or none), what would be answered; then, when it is no sure
    keyword by itself, how it is read with nothing open, and what is done.

    With --context or --json: its readings in that context, and what is done.
    """
    _check(context, language)
    if file is not None:
        content = file.read_text(encoding="utf-8-sig", errors="replace")
        for line in as_json_in_context(content) if _has_columns(content) else as_json(messages_in(content)):
            typer.echo(line)
    elif text is None:
        raise typer.BadParameter(_said([Text("understand-nothing-given")], language))
    elif as_object:
        typer.echo(json.dumps(in_context(text, context or "N"), ensure_ascii=False))
    elif context is not None:
        typer.echo(_said(report_in_context(text, context), language))
    else:
        by_itself = read_message(text).sure == "sure" and read_message(text).alone
        then = [Text("understand-keyword-answers")] if by_itself else report_in_context(text, "N")
        typer.echo(_said([*report(text), *then], language))


def _check(context: str | None, language: str) -> None:
    from messages.reading import Step

    if context is not None and context not in [step.value for step in Step]:
        codes = ", ".join(step.value for step in Step)
        raise typer.BadParameter(_said([Text("understand-context-unknown", {"codes": codes})], language))


def _has_columns(content: str) -> bool:
    """Whether the first line names columns, as the corpus does: at least "text", separated by tabs."""
    first = content.split("\n", 1)[0].strip().split("\t")
    return "text" in first and (len(first) > 1 or first == ["text"])


def as_json_in_context(content: str) -> Iterator[str]:
    """A line each for the rows of a file with columns; a row without a context is read with nothing open."""
    lines = content.split("\n")
    columns = lines[0].strip("\r").split("\t")
    for line in lines[1:]:
        if line.strip():
            row = dict(zip(columns, line.strip("\r").split("\t"), strict=False))
            fields = in_context(row.get("text", ""), row.get("context") or "N")
            yield json.dumps(fields, ensure_ascii=False)


def in_context(text: str, code: str) -> Mapping[str, object]:
    """What is read in a message and done with it. `reading`: labels joined by " + "; of a question, those it is
    between."""
    from messages.reading import Action, Context, decide, read

    context = Context.of_code(code)
    readings = read(text.replace("\u23ce", "\n"), context)
    decision = decide(readings, context)
    asked = decision.options if decision.action is Action.ASK else (decision.reading,)
    labels = dict.fromkeys(meaning.value for reading in asked[:2] for meaning in reading.meanings)
    return {
        "context": code,
        "text": text,
        "reading": " + ".join(labels),
        "slots": decision.reading.slots.written(),
        "action": decision.action.value,
        "options": [option.written() for option in decision.options],
        "undo": decision.undo,
        "why": decision.why,
        "confidence": decision.reading.confidence,
        "readings": [
            {
                "reading": one.written(),
                "slots": one.slots.written(),
                "confidence": one.confidence,
                "sure": one.sure,
                "why": one.why,
            }
            for one in readings
        ],
    }


def report_in_context(text: str, code: str) -> list[Text]:
    """What the command says about one message in a context."""
    found = in_context(text, code)
    details = found["slots"] or Text("understand-no-details")
    said = [Text("understand-reads", {"reading": found["reading"], "details": details, "action": found["action"]})]
    if found["undo"]:
        said.append(Text("understand-undo", {"word": found["undo"]}))
    others = found["options"]
    assert isinstance(others, list)
    said += [Text("understand-other", {"reading": option}) for option in others[1:]]
    return said


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
    if found.sure == "sure" and found.keyword in BY_KEYWORD:
        return Text("understand-does-language", {"language": LanguageName(BY_KEYWORD[found.keyword])})
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
