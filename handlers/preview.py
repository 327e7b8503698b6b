"""The preview in words: exactly what each phone will show, with people, segments and cost."""

from __future__ import annotations

from handlers.broadcasts import Preview, Shown
from handlers.turn import House
from messages import Channel, Text, text
from messages.plain_french import advise


def preview_texts(house: House, preview: Preview, language: str) -> list[Text]:
    """One message per text that will leave, then the totals, then advice on hard words."""
    parts = [_one(shown) for shown in preview.texts]
    parts.append(
        text(
            "preview-total",
            people=preview.count.total,
            telegram=preview.count.on("telegram"),
            sms=preview.count.on("sms"),
            paper=preview.count.on_paper,
            unreachable=preview.count.unreachable,
            segments=preview.segments,
            cost=preview.cost,
        )
    )
    parts += [
        text("preview-not-translated", language=text(f"language-{name}"), people=people)
        for name, people in preview.not_translated.items()
    ]
    return [*parts, *_advice(preview)]


def _one(shown: Shown) -> Text:
    body = "\n".join([shown.body, *(f"[{label}]" for label in shown.buttons)])
    name = text(f"language-{shown.language}")
    if shown.channel is not Channel.SMS:
        return text("preview-telegram", language=name, people=shown.people, body=body)
    return text(
        "preview-sms",
        language=name,
        people=shown.people,
        segments=shown.segments,
        body=body,
        notes=[*shown.changes, *shown.warnings],
        has_notes="yes" if shown.changes or shown.warnings else "no",
    )


def _advice(preview: Preview) -> list[Text]:
    """Plain-language hints on the French text: a tool gives hints, never a certificate."""
    french = next((t for t in preview.texts if t.language == "fr"), None)
    found = advise(french.body) if french is not None else []
    return [text("preview-advice", hints=[hint.text for hint in found[:5]])] if found else []
