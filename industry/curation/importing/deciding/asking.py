"""A figure while it is decided what it is: what its labels say, and what is asked of curators about it. What it is of belongs in
``which``, ``whose`` and ``timing``."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property, partial
from typing import TypeVar

from industry.curation.importing.deciding import dating, measuring, subjects
from industry.curation.importing.deciding.setting import Setting
from industry.curation.importing.questions import LEFT_OUT, About, Asked, Key, What
from industry.curation.importing.reading.blocks import Figure
from industry.curation.importing.reading.sayings import Saying
from industry.text.claims.around import topics
from industry.text.claims.grids.measures import RATES


class Left(Exception):
    """That a figure is left out: ``reason`` the key of the words that say why, ``name`` of what."""

    def __init__(self, reason: str, name: str) -> None:
        super().__init__(reason, name)
        self.reason, self.name = reason, name


_MOVING = ("growth", "fall")
_TIME_ALONE = re.compile(r"[nm1\-月季末度底累计]*$")


T = TypeVar("T")


class Asking:
    """``asked``: what has been asked so far; ``doubted``: columns of its row that disagree with something. ``named``, ``timed``: what of the
    labels and of the place of a figure decides of what it is, and of which period: where these are alike so is what is decided."""

    def __init__(self, figure: Figure, setting: Setting) -> None:
        self.figure, self.setting = figure, setting
        self.book, self.over, self.tables = setting.book, setting.over, setting.book.tables
        path = setting.book.sayer.path
        self.group, self.row, self.column = path(figure.group), path(figure.labels), path(figure.header)
        self.says = [*self.row, *self.column]
        self.asked: list[Asked] = []
        self.doubted: list[str] = []
        self.own_unit = measuring.own(figure.seen)
        self.suspect = self._suspect()
        self.about, self.said = self._about()
        signs = [setting.once(("sign", id(each)), partial(_signs, each)) for each in self._paths]
        self.named: Hashable = (
            *(one for one, _ in signs), tuple(map(id, self.group)), subjects.place(self), self.said,
            self.own_unit, figure.near, self.suspect,
        )  # fmt: skip
        lent = setting.lent_columns[figure.column], setting.lent_rows[figure.row]
        self.timed: Hashable = (*(one for _, one in signs), *(map(id, lent)))

    @property
    def _paths(self) -> tuple[Sequence[Saying], ...]:
        return self.group, self.row, self.column

    @cached_property
    def labelled(self) -> measuring.Labelled:
        """What of its labels tells its unit."""
        return measuring.Labelled(
            self.row, self.column, self.group, self.over.units, self.setting.idle, self.figure.near
        )

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What ``work`` gives, asks, doubts and leaves out, done once for all figures of a table that share a ``key``."""
        begun, doubts = len(self.asked), len(self.doubted)

        def done() -> tuple[T | None, Left | None, list[Asked], list[str]]:
            try:
                return work(), None, self.asked[begun:], self.doubted[doubts:]
            except Left as out:
                return None, out, [], []

        result, left, asked, doubted = self.setting.once(key, done)
        self.asked[begun:], self.doubted[doubts:] = asked, doubted
        if left is not None:
            raise Left(left.reason, left.name)
        return result  # type: ignore[return-value]

    def _about(self) -> tuple[About, str]:
        """What of the row and the header says of which indicator and in which unit a figure is."""
        at, once = self.figure.column, self.setting.once
        row = once(("row", id(self.group), id(self.row), self._above), self._row)
        column = once(("column", id(self.column), at, self.suspect), self._column)
        if row and column:
            return "figure", f"{row} | {column}"
        if row or column:
            return ("row" if row else "column"), row or column
        return "table", ""

    @cached_property
    def _above(self) -> str:
        return subjects.above(self)

    def _row(self) -> str:
        told = self._lasting((*self.group, *self.row))
        return " / ".join([f"{self._timeless(self._above)}:", *told] if told and self._above else told)

    def _column(self) -> str:
        told = self._lasting(self.column)
        lent = self.setting.lent_columns[self.figure.column][0]
        if told and self.suspect:
            told.append("[?]")
        if told and (beside := self._beside()):
            told.append(f"[{beside}]")
        if told and lent is not None:
            told.append(f"[{self._timeless(lent.text)}]")
        return " / ".join(told)

    def _lasting(self, path: Iterable[Saying]) -> list[str]:
        """The texts of labels that name more than a region or a period, without what changes from month to month."""
        told = (self._timeless(one.text) for one in path if one.region is None or one.words)
        return [one for one in told if not _TIME_ALONE.match(one)]

    def _timeless(self, text: str) -> str:
        return dating.timeless(text, self.setting.latest)

    def _suspect(self) -> bool:
        """Whether a figure looks like something else than its labels say: a place, a part of one where nothing prints per cent."""
        if self.figure.column in self.setting.suspect:
            return True
        over = self.over.name.kind if self.over.name is not None else ""
        moves = over in _MOVING or any(each.label.kind in _MOVING for each in self.says)
        if not moves or self.own_unit or any(each.label.unit for each in self.says):
            return False
        return not {*self.over.units} & {*RATES} and self.setting.small(self.figure)

    def _beside(self) -> str:
        """The heads by which those of a figure are told apart: behind words, how these move (工业增加值 beside 增速 is a level); over a bare
        relation, the words before it."""
        columns = list(self.setting.columns)
        paths = [self.setting.columns[each] for each in columns]
        at = columns.index(self.figure.column)
        bare = [not any(each.words for each in path) for path in paths]
        if bare[at]:
            before = next((paths[each] for each in range(at - 1, -1, -1) if not bare[each]), ())
            return self._timeless("/".join(each.text for each in before))
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

    @cached_property
    def _times(self) -> str:
        return dating.timeless(" / ".join(one.text for one in (*self.group, *self.says) if one.timed))

    def times(self) -> str:
        """The labels that print the period, without what changes from month to month."""
        return self._times


def _signs(path: Sequence[Saying]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What of labels may decide of what a figure is, and of which period."""
    return tuple(id(one) for one in path if _telling(one)), tuple(id(one) for one in path if one.timed)


def _telling(one: Saying) -> bool:
    """Whether a label says more than a region or a period."""
    label = one.label
    says = one.words or one.qualifiers or one.edition or one.rank or one.total or label.kind or label.unit
    return bool(says or label.status or label.inner or label.shift or topics.subjects(one.text))
