"""The pictures of a claim's receipts, for whoever decides it."""

from __future__ import annotations

from collections.abc import Sequence

from db.claims.questions import pictures_beside
from db.claims.tables import Claim, ClaimLine
from db.people import Person
from db.session import AsyncSession
from handlers.acting import Picture
from messages import Text, text


async def receipts_of(
    session: AsyncSession, claim: Claim, person: Person, rows: Sequence[tuple[ClaimLine, Text]]
) -> tuple[list[Picture], list[Text]]:
    """(the pictures at hand, a sentence for each that is not). `rows`: each line with its words."""
    found: list[Picture] = []
    missing: list[Text] = []
    for row, words in rows:
        for file in await pictures_beside(session, row.media_id) if row.media_id is not None else []:
            if file.state == "stored":
                caption = text(
                    "claims-receipt-picture", number=claim.number, name=claim.payee or person.name, line=words
                )
                found.append(Picture(file.path, caption))
            else:
                state = "lost" if file.state == "failed" else "coming"
                missing.append(text(f"claims-receipt-{state}", line=words, number=claim.number))
    return found, missing
