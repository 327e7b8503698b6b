"""The English column of an item becomes one of its languages, and comes back a column."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text as sql

from db.schema import downgrade, upgrade
from db.session import Database, migration_engine
from tests.support.filled import fill

NOW = "'2026-02-03 15:00:00.000000'"
DIGEST = f"""INSERT INTO digests (organisation_id, month, send_day, send_time, created_at)
SELECT id, '2026-02', 28, '10:00:00', {NOW} FROM organisations"""
ITEM = f"""INSERT INTO digest_items
(digest_id, position, state, language, title, body, title_en, body_en, proposed_at)
SELECT id, :position, 'proposed', :language, :title, 'texte', :title_en, :body_en, {NOW} FROM digests"""


async def said(url: str, statement: str, **values: Any) -> list[Any]:
    engine = migration_engine(url)
    async with engine.begin() as connection:
        done = await connection.execute(sql(statement), values)
        rows = [tuple(row) for row in done] if done.returns_rows else []
    await engine.dispose()
    return rows


async def test_english_is_kept_there_and_back(database_url: str) -> None:
    database = Database(database_url)
    await fill(database)
    await database.close()
    await downgrade(database_url, "0011")
    await said(database_url, DIGEST)
    for position, (language, title, title_en, body_en) in enumerate(
        [("fr", "Le frigo", "The fridge", ""), ("fr", "Le bus", "", ""), ("en", "A party", "", "")], 101
    ):
        values = {"position": position, "language": language, "title": title, "title_en": title_en, "body_en": body_en}
        await said(database_url, ITEM, **values)
    await upgrade(database_url)
    kept = await said(database_url, "SELECT title, CAST(translations AS TEXT) FROM digest_items WHERE position > 100")
    assert dict(kept) == {"Le frigo": '{"en": ["The fridge", "texte"]}', "Le bus": "{}", "A party": "{}"}
    spoken = '{"fr": ["Une fete", "Samedi."], "ht": ["Yon fet", "Samdi."]}'
    change = f"UPDATE digest_items SET translations = '{spoken}' WHERE position = 103".replace(":", "\\:")
    await said(database_url, change)
    await downgrade(database_url, "0011")
    back = await said(database_url, "SELECT language, title, title_en FROM digest_items WHERE position > 100")
    assert set(back) == {("fr", "Le frigo", "The fridge"), ("fr", "Le bus", ""), ("fr", "Une fete", "A party")}
