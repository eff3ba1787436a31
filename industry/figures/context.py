"""What every kind of chart starts from: the spec, the tables, the reader's choices and language,
and the parts that all figures share (frame, table, strip, alternative text); and what a kind is.

Which marks a kind draws belongs in its own module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from industry import wording
from industry.figures.options import RegionsSpec
from industry.figures.record import Figure, Frame, Panel, Table
from industry.rules.comparison import Apart, Comparison
from industry.vocabulary.catalogue import Catalogue, FigureSpec, Indicator, Region
from industry.vocabulary.finding import Finding
from industry.vocabulary.observation import Book, Observation
from industry.vocabulary.periods import Period
from industry.wording import citation


class Tables(Book, Protocol):
    """What a figure reads: the catalogue and its observations, derived ones included on request."""

    @property
    def findings(self) -> Sequence[Finding]: ...

    def derived(self, indicator: str, region: str | None = None) -> Sequence[Observation]: ...


@dataclass(frozen=True)
class Choices:
    """What the reader chose: region ids in the order shown and a lock's text. ``indicator`` is for the
    address of a comparison that isn't listed; no kind reads it, so no figure can be turned to another."""

    regions: tuple[str, ...] = ()
    period: str | None = None
    indicator: str | None = None


Spec_co = TypeVar("Spec_co", bound=FigureSpec, covariant=True)
Options = TypeVar("Options", bound=FigureSpec)


@dataclass(frozen=True)
class Context(Generic[Spec_co]):
    """One drawing: everything a kind of chart needs. ``spec`` is the record of the kind's own options, so
    that a helper says by its type which options it reads."""

    spec: Spec_co
    tables: Tables
    choices: Choices
    language: str

    @property
    def catalogue(self) -> Catalogue:
        return self.tables.catalogue

    @property
    def zh(self) -> bool:
        return self.language == "zh"

    @property
    def regions(self: Context[RegionsSpec]) -> tuple[str, ...]:
        """The ids chosen, else the spec's, else all of config.yaml's, always in config.yaml's order."""
        own = self.spec.regions if len(self.spec.regions) == 1 else ()  # the title names it
        chosen = own or self.choices.regions or self.spec.regions or self.catalogue.config.regions
        order = [one for one in self.catalogue.config.regions if one in chosen]
        return tuple(order + [one for one in chosen if one not in order and one in self.catalogue.regions])

    def region(self, id: str) -> Region:
        return self.catalogue.regions[id]

    def say(self, key: str, *facts: str) -> str:
        return wording.say(key, self.language, *facts)

    def name(self, thing: Region | Indicator) -> str:
        return thing.name(self.language)

    def listed(self, names: Iterable[str]) -> str:
        return self.say("listed").join(names)

    def number(self, row: Observation, bare: bool = False) -> str:
        return wording.number(row, self.language, bare)

    def period(self, when: Period | None) -> str:
        return wording.period(when, self.language)

    def worded(self, row: Observation, kind: bool = True) -> str:
        """24.6%（2021年1—4月）: a figure that stands in a sentence; a target, a forecast and a period that
        the source doesn't print are called so (``kind`` False where the sentence says the kind)."""
        text = self.number(row) + wording.derived_mark(row, self.language)
        marks = [] if row.status == "actual" or not kind else [wording.status(row.status, self.language)]
        when = self.period(row.period)
        if "period" in row.inferred and row.period is not None:
            when = self.say("supposed", when)
        return self.say("value_at", text, self.listed([when, *marks]))

    def note_of(self, row: Observation) -> str:
        """The row's own caveat, told with whose figure it is about."""
        note = row.note_zh if self.zh else row.note_en
        if not note:
            return ""
        return f"{self.name(row.region)}：{note}" if self.zh else f"{self.name(row.region)}: {note}"

    def hover(self, row: Observation) -> str:
        """One line for the pointer: region, indicator, period, figure, source."""
        parts = [self.name(row.region), self.name(row.indicator), self.period(row.period), self.number(row)]
        return (" · ").join(parts) + wording.derived_mark(row, self.language) + " · " + self.publishers(row)

    def strip(self, apart: Sequence[Apart], missing: Sequence[Region]) -> tuple[str, ...]:
        """Every chosen region that isn't drawn, by reason: 期间不同，不参与比较：吉安 24.6%（…）."""
        grouped: dict[str, list[str]] = {}
        for one in apart:
            head = wording.reason(one.verdict.reason, self.catalogue.config, self.language)
            grouped.setdefault(head, []).append(f"{self.name(one.row.region)} {self.worded(one.row)}")
        told = [self.say("apart", head, self.say("joined").join(who)) for head, who in grouped.items()]
        if not self.zh:
            told = [text[0].upper() + text[1:] for text in told]
        if missing:
            told.append(self.say("missing", self.listed(self.name(one) for one in missing)))
        return tuple(told)

    def disputes(self, rows: Sequence[Observation]) -> list[Finding]:
        """What the checks found against a figure that is shown."""
        shown = {row.id for row in rows}
        return [
            one
            for one in self.tables.findings
            if one.code in ("conflict", "out_of_line")
            and any(row.id in shown for row in (one.rows if one.rule == "two_sources" else one.rows[:1]))
        ]

    def with_disputed(self, rows: Sequence[Observation]) -> tuple[Observation, ...]:
        """``rows`` and those that a note quotes against them, each once."""
        quoted = [row for one in self.disputes(rows) for row in one.rows if not row.derived]
        return tuple({row.id: row for row in (*rows, *quoted)}.values())

    def noted(self, told: Sequence[str]) -> str:
        """Statements as one note: 注：…；…。"""
        if not told:
            return ""
        return self.say("notes", self.say("joined").join(told)) + ("。" if self.zh else ".")

    def frame(
        self,
        rows: Sequence[Observation],
        subtitle: str,
        finding: str = "",
        notices: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> Frame:
        """The texts around the marks; sources are of all ``rows``, strip and notes included."""
        disputes = [wording.audit(one, self.language, verdict=False) for one in self.disputes(rows)]
        shown = {row.id for row in rows}
        about = [one for one in self.tables.findings if any(row.id in shown for row in one.rows)]
        audits = {wording.audit(one, self.language) for one in about}
        caveats = [text for text in notes if self.say("low_base") in text or text in audits]
        listed = citation.sources(self.with_disputed(rows))
        told = [text.rstrip("。.") for text in dict.fromkeys((*disputes, *caveats)) if text]
        vital = self.noted(told)
        told += [
            text.rstrip("。.") for text in dict.fromkeys(notes) if text and text.rstrip("。.") not in told
        ]
        if self.spec.note:
            told.append(self.spec.note(self.language).rstrip("。."))
        ends = [row.period for row in rows if row.period is not None and row.status == "actual"]
        latest = max(ends, key=lambda one: one.end) if ends else None
        return Frame(
            title=self.spec.title(self.language),
            finding=finding,
            subtitle=subtitle,
            notices=tuple(notices),
            notes=(self.noted(told),) if told else (),
            vital=vital,
            source=citation.line(listed, self.language),
            source_brief=citation.brief(listed, self.language),
            source_names=citation.names(listed, self.language),
            as_of=wording.as_of(latest, self.language) if latest else "",
        )

    def remark(self, row: Observation, reason: str) -> str:
        """What the table says beside a figure: what kind of statement it is, why it stands apart."""
        kind = "" if row.status == "actual" else wording.status(row.status, self.language)
        return self.listed(filter(None, (kind, reason)))

    def publishers(self, row: Observation) -> str:
        """Who published a figure; of a derived one those of its terms, whose number it is not."""
        if row.source is not None:
            return row.source.publisher(self.language)
        names = dict.fromkeys(one.publisher(self.language) for one in row.sources)
        return self.say("derived_from", self.listed(names))

    def table(self, rows: Sequence[Observation], reasons: Mapping[str, str] | None = None) -> Table:
        """Region, indicator, period, figure, remark and source of ``rows``."""
        zh = ("地区", "指标", "期间", "数值", "说明", "出处")
        en = ("Region", "Indicator", "Period", "Figure", "Remark", "Source")
        body = [
            (
                self.name(row.region),
                self.name(row.indicator),
                self.period(row.period),
                self.number(row) + wording.derived_mark(row, self.language),
                self.remark(row, (reasons or {}).get(row.id, "")),
                self.publishers(row),
            )
            for row in dict.fromkeys(rows)
        ]
        return Table(zh if self.zh else en, tuple(body))

    def figure(
        self,
        panels: Sequence[Panel],
        frame: Frame,
        rows: Sequence[Observation],
        table: Table | None = None,
        empty: str = "",
        drawn: Sequence[Observation] = (),
    ) -> Figure:
        """The finished record. ``rows``: all shown; ``drawn``: those with a mark."""
        table = table or self.table(rows)
        cells = (
            "；".join("，".join(row[:4]) for row in table.rows[:12])
            if self.zh
            else "; ".join(", ".join(row[:4]) for row in table.rows[:12])
        )
        head = frame.title + (("：" if self.zh else ": ") + frame.finding if frame.finding else "")
        return Figure(
            id=self.spec.id,
            chart=self.spec.chart,
            frame=frame,
            panels=tuple(panels),
            table=table,
            rows=self.with_disputed(rows),
            alt=f"{head}。{cells}。" if self.zh else f"{head}. {cells}.",
            empty=empty,
            drawn=tuple(row.id for row in drawn),
        )


@dataclass(frozen=True)
class Kind(Generic[Options]):
    """A kind of chart: the options that config.yaml may give it, and what it draws of them."""

    options: type[Options]
    draw: Callable[[Context[Options]], Figure]


def reasons_of(comparison: Comparison, context: Context[FigureSpec]) -> dict[str, str]:
    """Row id → why it isn't drawn, for the table's remarks."""
    config = context.catalogue.config
    told = {
        one.row.id: wording.reason(one.verdict.reason, config, context.language) for one in comparison.apart
    }
    return told
