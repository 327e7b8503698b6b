"""What the story does from the shell: the acts of `portevoix people` and `portevoix export`, at the story's hour."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.app import App
from bot.demo import region
from bot.demo.load import INSTALLATION, acting_maude
from bot.spreadsheets import Target, write_csv, write_xlsx
from db.exports import EXPORTS, Span
from handlers.journal.acts import note_export
from handlers.journal.export import journal_export
from handlers.people.acts import make_coordinator
from handlers.people.imports import import_people, read_people


@dataclass
class Desk:
    """The program's database, and the folder where exports go."""

    app: App
    folder: Path
    written: list[Path] = field(default_factory=list)

    async def does(self, words: str) -> dict[str, str]:
        """ "coordinator Maude", "import people.csv", "export journal". Returns what the story may need further on."""
        verb, _, what = words.partition(" ")
        match verb:
            case "coordinator":
                return await self._coordinator(what)
            case "import":
                return await self._import(what)
            case "export":
                return await self._export(what)
        raise ValueError(words)

    async def _coordinator(self, name: str) -> dict[str, str]:
        async with self.app.database.write() as session:
            done = await make_coordinator(session, self.app.house, INSTALLATION, name, now=self.app.clock())
        return {"code": str(done.data["code"])}

    async def _import(self, name: str) -> dict[str, str]:
        lines = read_people((region.DATA / name).read_bytes())
        async with self.app.database.write() as session:
            maude = await acting_maude(session, self.app.house)
            done = await import_people(session, self.app.house, maude, lines, now=self.app.clock())
        assert self.app.scheduler is not None
        await self.app.scheduler.tick()  # requests for consent leave at a tick
        return {key: str(value) for key, value in done.data.items() if isinstance(value, int)}

    async def _export(self, what: str) -> dict[str, str]:
        """Both forms, as the shell writes them."""
        house, database = self.app.house, self.app.database
        async with database.write() as session:
            await note_export(session, await acting_maude(session, house), what, now=self.app.clock())
        subject = journal_export(house) if what == "journal" else EXPORTS[what]
        for suffix in (".csv", ".xlsx"):
            path = self.folder / f"{what}{suffix}"
            async with database.read() as session:
                rows = subject.rows(session, Span(house.zone, None, None))
                with Target(str(path)) as file:
                    if suffix == ".csv":
                        await write_csv(file, subject.columns, rows, house.zone)
                    else:
                        await write_xlsx(file, subject.name, subject.columns, rows, house.zone)
            self.written.append(path)
        return {}
