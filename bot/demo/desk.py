"""What the story does from the shell: the acts of `portevoix people` and `portevoix export`, at the story's hour."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from bot.app import App
from bot.demo import region
from bot.demo.load import INSTALLATION, acting_maude
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
        return {key: str(value) for key, value in done.data.items() if isinstance(value, int)}
