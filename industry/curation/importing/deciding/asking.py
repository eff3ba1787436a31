"""A figure while it is decided what it is: what its labels say, and what is asked of curators about it. What it is of belongs in
``which``, ``whose`` and ``timing``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from industry.curation.importing.deciding import dating
from industry.curation.importing.deciding.setting import Setting
from industry.curation.importing.questions import LEFT_OUT, About, Asked, Key, What
from industry.curation.importing.reading.blocks import Figure


class Left(Exception):
    """That a figure is left out: ``reason`` the key of the words that say why, ``name`` of what."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason, name)
        self.reason, self.name = reason, name


_TIME_ALONE = re.compile(r"[nm1\-月季末度底累计]*$")


class Asking:
    """``asked``: what has been asked so far; ``doubted``: columns of its row that disagree with something."""

    def __init__(self, figure: Figure, setting: Setting) -> None:
        self.figure, self.setting = figure, setting
        self.book, self.over, self.tables = setting.book, setting.over, setting.book.tables
        self.group = [self.book.sayer.of(one) for one in figure.group]
        self.row, self.column = setting.rows[figure.row], setting.header(figure)
        self.says = [*self.row, *self.column]
        self.asked: list[Asked] = []
        self.doubted: list[str] = []
        self.about, self.said = self._about()

    def _about(self) -> tuple[About, str]:
        """What of the row and the header says of which indicator and in which unit a figure is."""
        row = [one.text for one in (*self.group, *self.row) if one.region is None or one.words]
        column = [one.text for one in self.column if one.region is None or one.words]
        row, column = (
            [told for one in path if not _TIME_ALONE.match(told := dating.timeless(one))]
            for path in (row, column)
        )
        if self.figure.unit and row:
            row.append(self.figure.unit)
        if row and column:
            return "figure", f"{' / '.join(row)} | {' / '.join(column)}"
        if row or column:
            return ("row" if row else "column"), " / ".join(row or column)
        return "table", ""

    def key(self, what: What, about: About | None = None, said: str | None = None) -> Key:
        return Key(self.setting.key, about or self.about, self.said if said is None else said, what)

    def answer(self, what: What, about: About | None = None, said: str | None = None) -> str | None:
        """What is answered, None where nothing is. Raises Left where the answer is to leave it out."""
        key = self.key(what, about, said)
        shown = self.shown(key)
        found = self.book.answers.of(key, shown)
        if found == LEFT_OUT:
            raise Left("answered", shown)
        return found

    def ask(
        self,
        what: What,
        column: str,
        guess: str,
        reason: str,
        choices: Iterable[str] = (),
        about: About | None = None,
        said: str | None = None,
        facts: tuple[str, ...] = (),
        free: bool = False,
    ) -> None:
        """Ask a question on which a ``column`` of the row hangs."""
        key = self.key(what, about, said)
        told = tuple(dict.fromkeys([*([guess] if guess else []), *choices]))
        self.asked.append(Asked(key, self.shown(key), guess, reason, column, facts, told, free))

    def shown(self, key: Key) -> str:
        """The words of the sheet that a question is about, as they stand there, with their months."""
        if not key.said:
            return self.setting.shown
        if key.said == self.times():
            told = [*self.figure.group, *self.figure.labels, *self.figure.header]
            return " / ".join(
                one.seen.shown.strip()
                for one, says in zip(told, (*self.group, *self.says), strict=True)
                if says.timed
            )
        if key.said == self.said:
            figure = self.figure
            row = (*figure.group, *figure.labels) if self.about != "column" else ()
            paths = row, figure.header if self.about != "row" else ()
            return " | ".join(
                filter(None, (" / ".join(one.seen.shown.strip() for one in path) for path in paths))
            )
        return self.setting.printed.get(key.said, key.said)

    def times(self) -> str:
        """The labels that print the period, without what changes from month to month."""
        return dating.timeless(" / ".join(one.text for one in (*self.group, *self.says) if one.timed))
