"""A figure while it is decided what it is: what its labels say, and what is asked of curators about it. What it is of belongs in
``which``, ``whose`` and ``timing``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from industry.curation.importing.deciding import dating, measuring, subjects
from industry.curation.importing.deciding.setting import Setting
from industry.curation.importing.questions import LEFT_OUT, About, Asked, Key, What
from industry.curation.importing.reading.blocks import Figure
from industry.text.claims.grids.measures import RATES


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
        self.group = self.book.sayer.path(figure.group)
        self.row, self.column = setting.rows[figure.row], setting.header(figure)
        self.says = [*self.row, *self.column]
        self.labelled = measuring.Labelled(
            self.row, self.column, self.group, self.over.units, setting.idle, figure.near
        )
        self.asked: list[Asked] = []
        self.doubted: list[str] = []
        self.suspect = self._suspect()
        self.about, self.said = self._about()

    def _about(self) -> tuple[About, str]:
        """What of the row and the header says of which indicator and in which unit a figure is."""
        row = [one.text for one in (*self.group, *self.row) if one.region is None or one.words]
        column = [one.text for one in self.column if one.region is None or one.words]
        row, column = (
            [told for one in path if not _TIME_ALONE.match(told := dating.timeless(one, self.setting.latest))]
            for path in (row, column)
        )
        if row and (above := subjects.above(self)):
            row.insert(0, f"{dating.timeless(above, self.setting.latest)}:")
        if column and self.suspect:
            column.append("[?]")
        if column and (beside := self._beside()):
            column.append(f"[{beside}]")
        lent = self.setting.lent_columns[self.figure.column][0]
        if column and lent is not None:
            column.append(f"[{dating.timeless(lent.text, self.setting.latest)}]")
        if row and column:
            return "figure", f"{' / '.join(row)} | {' / '.join(column)}"
        if row or column:
            return ("row" if row else "column"), " / ".join(row or column)
        return "table", ""

    def _suspect(self) -> bool:
        """Whether a figure looks like something else than its labels say: a place, a part of one where nothing prints per cent."""
        if self.figure.column in self.setting.suspect:
            return True
        over = self.over.name.kind if self.over.name is not None else ""
        moves = {"growth", "fall"} & {over, *(each.label.kind for each in self.says)}
        said = (*self.labelled.printed, measuring.own(self.figure.seen))
        unsaid = not any(said) and not {*self.over.units} & {*RATES}
        return bool(moves) and unsaid and self.setting.small(self.figure)

    def _beside(self) -> str:
        """The heads by which those of a figure are told apart: behind words, how these move (工业增加值 beside 增速 is a level); over a bare
        relation, the words before it."""
        columns = list(self.setting.columns)
        paths = [self.setting.columns[each] for each in columns]
        at = columns.index(self.figure.column)
        bare = [not any(each.words for each in path) for path in paths]
        if bare[at]:
            before = next((paths[each] for each in range(at - 1, -1, -1) if not bare[each]), ())
            return dating.timeless("/".join(each.text for each in before), self.setting.latest)
        end = next((each for each in range(at + 1, len(paths)) if not bare[each]), len(paths))
        kinds = (one.label.kind for path in paths[at + 1 : end] for one in path)
        return "/".join(dict.fromkeys(one for one in kinds if one))

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
