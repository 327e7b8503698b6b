"""What the story does from the shell: the acts of `portevoix people` and `portevoix export`, at the story's hour."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import App
from bot.demo import region
from bot.demo.load import INSTALLATION, acting_maude
from bot.lists.reading import read_list
from bot.spreadsheets import Target, write_csv, write_xlsx
from db.exports import EXPORTS, Span
from handlers.acting import Acting
from handlers.journal.acts import note_export
from handlers.journal.export import journal_export
from handlers.people.acts import make_coordinator
from handlers.people.lists.acts import import_list, plan_list


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
            done = await make_coordinator(Acting(session, self.app.installation, INSTALLATION, self.app.clock()), name)
        return {"code": str(done.data["code"])}

    async def _import(self, name: str) -> dict[str, str]:
        file = await asyncio.to_thread(read_list, (region.DATA / name).read_bytes())
        async with self.app.database.write() as session:
            maude = await acting_maude(session, self.app.installation)
            acting = Acting(session, self.app.installation, maude, self.app.clock())
            done = await import_list(acting, await plan_list(acting, file, lock=True))
        assert self.app.scheduler is not None
        await self.app.scheduler.tick()  # requests for consent leave at a tick
        return {key: str(value) for key, value in done.data.items() if isinstance(value, int)}

    async def _export(self, what: str) -> dict[str, str]:
        """Both forms, as the shell writes them."""
        installation, database = self.app.installation, self.app.database
        async with database.write() as session:
            maude = await acting_maude(session, installation)
            await note_export(Acting(session, installation, maude, self.app.clock()), what)
        subject = journal_export(installation) if what == "journal" else EXPORTS[what]
        for suffix in (".csv", ".xlsx"):
            path = self.folder / f"{what}{suffix}"
            async with database.read() as session:
                rows = subject.rows(session, Span(installation.zone, None, None))
                with Target(str(path)) as file:
                    if suffix == ".csv":
                        await write_csv(file, subject.columns, rows, installation.zone)
                    else:
                        await write_xlsx(file, subject.name, subject.columns, rows, installation.zone)
            self.written.append(path)
        return {}
