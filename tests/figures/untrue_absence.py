"""What is untrue of the words of absence of a figure drawn in Chinese, of its date, and of the period asked for:
judged by the rows of its tables, and by no rule of the project's. Nothing here knows any table.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from industry import wording
from industry.figures.context import Tables
from industry.figures.record import Figure, GridPanel, LinesPanel, Row, RowsPanel, TableLine, TablePanel
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.vocabulary.slide import Choices
from industry.wording.said import Said, rows_of
from tests.figures.specs import options
from tests.figures.told_periods import undated

NEVER = re.compile(r"无数据|不可得|未公布|缺|no data|not available|n/a", re.IGNORECASE)
OF_ONE_PERIOD = ("bars", "gap", "parent", "share", "branches", "breadth")
"""Kinds of chart all of whose marks are of the period asked for."""


def untrue(figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> Iterator[str]:
    """What of a figure isn't so."""
    for text in said(figure):
        if NEVER.search(text) or text.strip() in ("—", "-"):
            yield f"{figure.id}: {text}"
    told = Told(figure, tables, spec, choices)
    for notice in figure.frame.notices:
        yield from told.notice(notice)
    for panel in figure.panels:
        for row in panel.rows if isinstance(panel, RowsPanel) else ():
            yield from told.row(row)
        for line in panel.lines if isinstance(panel, TablePanel) else ():
            yield from told.line(panel, line)
    yield from told.emptiness(figure.empty)
    yield from told.marks()
    yield from told.date()
    yield from undated(figure)


def said(figure: Figure) -> Iterable[str]:
    """Every text of a figure."""
    frame = figure.frame
    yield from (
        frame.heading,
        frame.subtitle,
        *frame.notices,
        *frame.notes,
        frame.as_of,
        figure.empty,
        figure.alt,
    )
    yield from (cell for line in figure.table.rows for cell in line)
    for panel in figure.panels:
        if isinstance(panel, RowsPanel):
            for row in panel.rows:
                yield from (row.name, row.text, row.detail, row.aside)
        elif isinstance(panel, TablePanel):
            for line in panel.lines:
                yield from (line.name, line.period)
                yield from (text for one in line.entries for text in (one.text, one.aside, one.tag))


def shown(figure: Figure) -> list[Observation]:
    """The observations that marks, lines, dashed lines and cells show; of a panel without marks its figures."""
    found: list[Observation] = []
    for panel in figure.panels:
        if isinstance(panel, LinesPanel):
            found += [row for line in panel.series for row in line.rows if row]
        elif isinstance(panel, GridPanel):
            found += [row for line in panel.cells for cell in line for row in cell.text.rows]
        elif isinstance(panel, TablePanel):
            found += [one.row for line in panel.lines for one in line.entries if one.row]
        elif any(row.marks for row in panel.rows):
            found += [mark.row for row in panel.rows for mark in row.marks if mark.row]
            found += [one.row for one in panel.references if one.row]
        else:
            found += [row for line in panel.rows for row in line.text.rows]
    return found


def sure(row: Observation) -> bool:
    return row.status == "actual" and row.period is not None and not row.inferred


class Told:
    """A figure, and all that the tables hold of what it may be about."""

    def __init__(self, figure: Figure, tables: Tables, spec: FigureSpec, choices: Choices) -> None:
        self.figure, self.tables, self.spec, self.choices = figure, tables, spec, choices
        self.catalogue = tables.catalogue
        self.regions = {one.name.zh: one for one in self.catalogue.regions.values()}
        self.focus = choices.year or self.catalogue.config.focus
        self.marked = shown(figure)

    def held(self, indicator: Indicator) -> list[Observation]:
        return [*self.tables.rows(indicator.id), *self.tables.derived(indicator.id)]

    def asked(self, row: Observation) -> Period | None:
        """The period asked for, of a region's row."""
        own = options(self.spec).own_periods.get(row.region.id)
        chosen = self.choices.period if self.spec.over_a_period else None
        text = chosen or own or options(self.spec).period
        return periods.read((text or "").partition("@")[0], row.indicator.timing)

    def about(self) -> list[Indicator]:
        """The indicators that a figure names, or that its texts speak of."""
        named = [*options(self.spec).indicators, *filter(None, [options(self.spec).indicator])]
        if not named:
            named = [row.indicator.id for row in self.figure.rows]
            named += [
                one.id
                for one in self.catalogue.indicators.values()
                if one.concept == options(self.spec).concept
            ]
            named += [
                one.id
                for one in self.catalogue.indicators.values()
                if self.spec.chart == "ranks" and one.measure == "rank"
            ]
        return [
            self.catalogue.indicators[id] for id in dict.fromkeys(named) if id in self.catalogue.indicators
        ]

    def named(self, text: str) -> list[tuple[str, Indicator]]:
        """The region and the indicators that a name is of: 吉安工业税收增速, or one of both."""
        region = next((one for name, one in self.regions.items() if text.startswith(name)), None)
        rest = text.removeprefix(region.name.zh) if region else text
        wanted = [one for one in self.about() if rest in (one.name.zh, one.short and one.short.zh)]
        if not rest:
            wanted = self.about() if self.spec.chart == "ranks" else self.subject()
        whose = [region.id] if region else list(self.choices.regions or options(self.spec).regions)[:1]
        if len(options(self.spec).regions) == 1:
            whose = list(options(self.spec).regions)
        return [(id, one) for id in whose for one in wanted]

    def subject(self) -> list[Indicator]:
        """Of a figure of one indicator that one, told by what it shows or sets apart."""
        if options(self.spec).indicator:
            return [self.catalogue.indicators[options(self.spec).indicator]]
        rows = [row for notice in self.figure.frame.notices for row in notice.rows] or list(self.figure.rows)
        return list(dict.fromkeys(row.indicator for row in (*self.marked, *rows)))[:1]

    def notice(self, notice: Said) -> Iterator[str]:
        """A line of the strip: who is missing, or what stands apart and why."""
        head, _, names = notice.partition("：")
        if head == "未收录":
            for name in names.split("、"):
                yield from self.none_of(name)
        for row in notice.rows if "不参与比较" in head else ():
            if wrong := self.apart(row, head.removesuffix("，不参与比较")):
                yield f"{self.figure.id}: {head}: {row.id} {wrong}"

    def none_of(self, name: str) -> Iterator[str]:
        for region, indicator in self.named(name):
            if rows := [row for row in self.held(indicator) if row.region.id == region]:
                yield f"{self.figure.id}: 未收录：{name}, but there is {rows[0].id}"

    def apart(self, row: Observation, why: str) -> str:
        """What is wrong with a reason told of a row."""
        beside = [one for one in self.marked if one.indicator == row.indicator and one.region != row.region]
        asked = self.asked(row)
        match why.partition("（")[0]:
            case "期间不同" if asked is not None:
                return "is of the period asked for" if row.period == asked else ""
            case "期间不同":
                alike = any((one.period, one.edition) == (row.period, row.edition) for one in beside)
                return "is of a period drawn" if alike else ""
            case "版本不同":
                if any(one.edition == row.edition for one in beside):
                    return "is of the edition drawn"
                if unheld := self.unheld(row, why):
                    return f"is held against {unheld}, of which nothing is held"
                alone = self.spec.chart in OF_ONE_PERIOD and row.indicator.timing != "list" and beside
                other = alone and row.period not in {one.period for one in beside}
                return "is of another period than what is drawn" if other else ""
            case "没有可比的地区":
                peers = [one for one in self.held(row.indicator) if sure(one) and one.region != row.region]
                level = [one for one in peers if one.region.level == row.region.level and self.chosen(one)]
                alike = any((one.period, one.edition) == (row.period, row.edition) for one in level)
                return "has its like" if alike and self.spec.chart == "bars" else ""
            case "层级不同" | "非确数，不排序":
                return ""
        if why.startswith("材料未注明"):
            return "" if row.inferred or row.period is None else "has nothing inferred"
        if why.startswith("数据类型不同"):
            return "" if row.status != "actual" else "is actual"
        if why.startswith("晚于"):
            return "" if sure(row) and row.period and not self.by_the_focus(row) else "is no later"
        return ""

    def unheld(self, row: Observation, why: str) -> str:
        """Of the two editions in a reason that of which nothing is shown or told, and nothing is held of the figure's subject."""
        spoken = rows_of(self.figure.frame.notices)
        own = self.catalogue.indicators.get(options(self.spec).indicator or row.indicator.id)
        rows = (row, *self.marked, *spoken, *(self.held(own) if own else ()))
        ids = {options(self.spec).edition or row.edition, *(one.edition for one in rows)}
        known = {wording.edition(id, self.catalogue.config, "zh") for id in ids}
        told = why.partition("（")[2].removesuffix("）").split("、")
        return "、".join(one for one in told if one not in known)

    def by_the_focus(self, row: Observation) -> bool:
        """Whether the row is of the year to look at, or of one before."""
        return bool(row.period and (self.focus == "latest" or row.period.year <= int(self.focus)))

    def chosen(self, row: Observation) -> bool:
        own = options(self.spec).regions
        shown = (
            own
            if len(own) == 1
            else self.choices.regions or own or self.catalogue.shown(options(self.spec).level)
        )
        return row.region.id in shown

    def row(self, row: Row) -> Iterator[str]:
        """A row without marks says why: none is held, or none of the country's over the same months."""
        if row.marks:
            return
        if row.text == "未收录":
            yield from self.none_of(row.name)
        if said := re.search(r"未收录(.+)同期数字$", row.text):
            other = self.regions[said[1]]
            for one in self.subject():
                own = [
                    each
                    for each in self.figure.rows
                    if each.region.name.zh == row.name and each.indicator == one
                ]
                when = {each.period for each in own if self.context_of(row, each)}
                for each in self.held(one):
                    if each.region == other and each.period in when and sure(each):
                        yield f"{self.figure.id}: {row.name} {row.text}, but there is {each.id}"

    def line(self, panel: TablePanel, line: TableLine) -> Iterator[str]:
        """未收录 in a table's cell: nothing of the line's indicator is held of the region."""
        for (name, _), entry in zip(panel.regions, line.entries, strict=True):
            held = [
                row for row in self.held(self.catalogue.indicators[line.pick]) if row.region.name.zh == name
            ]
            if entry.text == "未收录" and any(row.status == "actual" for row in held):
                yield f"{self.figure.id}: {name} {line.name} 未收录, but there is {held[0].id}"

    @staticmethod
    def context_of(row: Row, each: Observation) -> bool:
        """Whether an observation is the one that a row's detail dates."""
        return each in row.detail.rows

    def emptiness(self, text: str) -> Iterator[str]:
        """A sentence that stands in a chart's place."""
        if not text or self.spec.chart != "bars" or "同级" not in text:
            return
        meeting: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
        for indicator in self.subject():
            for row in self.held(indicator):
                if not (sure(row) and self.chosen(row)) or row.region == self.catalogue.benchmark:
                    continue
                over = self.asked(row)
                if self.choices.period or options(self.spec).period:
                    fits = row.period == over
                elif options(self.spec).edition:
                    fits = row.edition == options(self.spec).edition
                else:
                    fits = self.by_the_focus(row)
                dated = "" if indicator.timing == "list" and row.edition else str(row.period)
                if fits and not (over and not dated):
                    meeting[indicator.id, row.region.level, dated, row.edition].add(row.region.id)
        for key, ids in meeting.items():
            if len(ids) > 1:
                yield f"{self.figure.id}: {text}, but {key} is held by {sorted(ids)}"

    def marks(self) -> Iterator[str]:
        """No mark is of another period than the one asked for."""
        if self.spec.chart not in OF_ONE_PERIOD:
            return
        for row in self.marked:
            asked = self.asked(row)
            if self.choices.period and asked is not None and row.period != asked:
                yield f"{self.figure.id}: {asked} asked for, {row.id} drawn"

    def date(self) -> Iterator[str]:
        """数据截至 is the last month of what is drawn, and behind it stands that of what a table or words set apart, where that is
        later."""
        if self.spec.chart in ("coverage", "emphasis"):
            return
        tables = [one for one in self.figure.panels if isinstance(one, TablePanel)]
        entries = [entry for one in tables for line in one.lines for entry in line.entries]
        beside = {entry.row for entry in entries if entry.apart}
        ends: dict[bool, int] = {}
        frame = self.figure.frame
        spoken = rows_of((*frame.notices, *frame.notes)) if self.figure.panels else ()
        for row, apart in [(one, one in beside) for one in self.marked] + [(one, True) for one in spoken]:
            if row.period and row.status == "actual":
                known = None if row.derived or row.source is None else row.source.month
                end = min(row.period.end, known or row.period.end)
                ends[apart] = max(end, ends.get(apart, end))
        later = ends[True] if True in ends and False in ends and ends[True] > ends[False] else None
        last = ends.get(False, ends.get(True))
        told = f"数据截至{last // 12}年{last % 12 + 1}月" if last is not None else ""
        told += f"（另列的至{later // 12}年{later % 12 + 1}月）" if later is not None else ""
        if self.figure.frame.as_of != told:
            yield f"{self.figure.id}: {self.figure.frame.as_of}, but {told} is drawn"
