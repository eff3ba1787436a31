"""What a server for curators does at clicks, in a process of its own, told line by line: ``python -m tests.ui.curating_server``. Each line
is a list as JSON, the name of what it is to do and what it needs; so is each answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

from industry.curation.adopting import Adopted
from industry.curation.proposed import Proposed
from industry.curation.refusal import Refusal
from industry.tables.tables import Tables
from tests.servers import ROOT
from ui import store
from ui.curating import now as tables_of
from ui.curating import writing
from ui.curating.works import Sight, Work, begin


class Curator:
    """A server over the tables of ``folder``. ``with Curator(folder) as one: one.ask("shown", id)``."""

    def __init__(self, folder: Path) -> None:
        told = os.environ | {"DATA": str(folder), "CURATE": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.curating_server"], cwd=ROOT, env=told, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def tell(self, *told: object) -> None:
        """Have it do that, and go on."""
        assert self._process.stdin is not None
        print(json.dumps(told), file=self._process.stdin, flush=True)

    def answer(self) -> Any:
        """What came of it."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def ask(self, *told: object) -> Any:
        self.tell(*told)
        return self.answer()


class _Clicks:
    """``work``, ``seen``: what its page shows to be adopted; ``done``: what came of it."""

    work: Work
    seen: Sight
    done: Any

    def look(self, *told: list[Any]) -> str:
        """Open rows, and look at what they change in the tables as they are; the number that the first replaces."""
        rows = [Proposed(region, cells, True, replaces) for region, cells, replaces in told]
        now = tables_of.now()
        self.work = Work("rows.csv", b"", "proposal", rows=rows, base=now)
        begin(self.work)
        self.seen = self.work.sight(self.work.mark(), rows, now.content)
        return _value(now.tables, rows[0].replaces)

    def adopt(self) -> list[str]:
        self.done = writing.adopt(self.work, self.seen)
        return _told(self.done)

    def undo(self) -> list[str]:
        return _told(writing.undo(self.work, self.done.entry, self.work.mark()))

    def shown(self, id: str) -> str:
        """A number as the pages show it."""
        return _value(store.snapshot().tables, id)


def _value(tables: Tables | None, id: str) -> str:
    return str(tables.row(id).value) if tables is not None and id else ""


def _told(done: object) -> list[str]:
    """The log's entry of what was written; or why nothing was, and the sentences of it."""
    if isinstance(done, Refusal):
        return [done.key, *done.told("zh"), *done.told("en")]
    assert isinstance(done, Adopted), done
    return [done.entry.id]


if __name__ == "__main__":
    clicks = _Clicks()
    for line in sys.stdin:
        what, *facts = json.loads(line)
        print(json.dumps(getattr(clicks, what)(*facts)), flush=True)
