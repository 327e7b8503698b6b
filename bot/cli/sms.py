"""`portevoix sms`: how a text would leave for a basic phone, what it costs, and what was changed."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from messages.catalogue import Catalogue
from messages.sms_text import PRICE, SmsText, prepare, price
from messages.types import Channel, Text


def sms(
    text: Annotated[str | None, typer.Argument(help="The text to look at.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file of texts separated by a blank line: one JSON each.")] = None,
    language: Annotated[str, typer.Option(help="The language of the report.")] = "fr",
    no_accents: Annotated[bool, typer.Option(help="As for a person who asked for no accents.")] = False,
) -> None:
    """Encoding, characters, segments and cost of a text message, and what was changed in it."""
    catalogue = Catalogue.open(only="sms")
    per_segment = price_of_a_segment(os.environ.get("SMS_PRICE"), catalogue, language)
    if file is not None:
        for written in texts_in(file.read_text(encoding="utf-8-sig")):
            fields = as_json(prepare(written, no_accents=no_accents), per_segment, catalogue, language)
            typer.echo(json.dumps(fields, ensure_ascii=False))
    elif text is not None:
        typer.echo(report(prepare(text, no_accents=no_accents), per_segment, catalogue, language))
    else:
        raise typer.BadParameter(_said([Text("sms-report-nothing")], catalogue, language)[0])


def price_of_a_segment(setting: str | None, catalogue: Catalogue, language: str) -> float:
    """Dollars a segment, from SMS_PRICE when it is set."""
    try:
        return float(setting) if setting else PRICE
    except ValueError:
        raise typer.BadParameter(_said([Text("sms-report-price")], catalogue, language)[0]) from None


def texts_in(content: str) -> list[str]:
    return [text.strip("\r\n") for text in re.split(r"\r?\n(?:[ \t]*\r?\n)+", content) if text.strip()]


def as_json(prepared: SmsText, per_segment: float, catalogue: Catalogue, language: str) -> dict[str, object]:
    return {
        "text": prepared.text,
        "encoding": prepared.encoding,
        "characters": prepared.characters,
        "segments": prepared.segments,
        "segments_as_written": prepared.segments_as_written,
        "cost": price(prepared.segments, per_segment),
        "changes": _said(prepared.changes, catalogue, language),
        "warnings": _said(prepared.warnings, catalogue, language),
    }


def report(prepared: SmsText, per_segment: float, catalogue: Catalogue, language: str) -> str:
    summary = Text(
        "sms-report",
        {
            "text": prepared.text,
            "encoding": prepared.encoding,
            "characters": prepared.characters,
            "segments": prepared.segments,
            "written": prepared.segments_as_written,
            "cost": price(prepared.segments, per_segment),
        },
    )
    lines = _said([summary], catalogue, language)
    for title, messages in (("sms-report-changes", prepared.changes), ("sms-report-warnings", prepared.warnings)):
        if messages:
            lines += ["", *_said([Text(title)], catalogue, language)]
            lines += ["- " + line for line in _said(messages, catalogue, language)]
    return "\n".join(lines)


def _said(messages: Iterable[Text], catalogue: Catalogue, language: str) -> list[str]:
    return [catalogue.text(message, language, Channel.TELEGRAM) for message in messages]
