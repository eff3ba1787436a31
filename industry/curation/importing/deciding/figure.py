"""A figure of a table as a row: what is known, answered, guessed and asked of it, together. Whether the tables hold it already is for
``importer``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from industry.curation.importing.deciding import dating, measuring, subjects, timing, which, whose
from industry.curation.importing.deciding.asking import Asking, Left
from industry.curation.importing.deciding.dating import Dated
from industry.curation.importing.deciding.setting import Setting
from industry.curation.importing.questions import AS_SAID, LEFT_OUT, NO_EDITION, Asked
from industry.curation.importing.reading.blocks import Figure
from industry.curation.importing.reading.footnotes import Footnote, footnotes
from industry.kept import kept
from industry.tables.tables import Tables
from industry.text.alike import alike
from industry.text.claims.where import UNKNOWN
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import STATUSES
from industry.vocabulary.periods import Period

_PARTS_OF_CHINA = re.compile("[东中西]部|东北")
_STATUS = {"目标": "target", "预计": "forecast"}


@dataclass(frozen=True, slots=True)
class Found:
    """A figure as the cells of a row, as far as they are known or guessed, and what it asks. ``others``: ids of indicators that it may be
    of; ``doubted``: columns that are guessed or disagree; ``notes``: what footnotes say of it."""

    region: str
    cells: dict[str, str]
    name: str
    unit: str
    measure: str
    asked: tuple[Asked, ...]
    others: tuple[str, ...]
    doubted: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _What:
    """Of what a figure is, in which unit; ``others``: the indicators that it may be of."""

    indicator: Indicator | None
    others: tuple[str, ...]
    kind: str
    unit: str
    falls: bool
    status: str
    name: str


def decide(figure: Figure, setting: Setting) -> Found:
    """The row of a figure. Raises Left where it is left out."""
    one = Asking(figure, setting)
    if any(each.rank for each in one.says):
        raise Left("rank", " ".join(each.text for each in one.says if each.rank))
    region = whose.region(one)
    dated, alone = one.once(("dated", one.timed), lambda: timing.dated(one))
    what = one.once(("what", one.named, alone, dating.yearly(dated)), lambda: _what(one, dated, alone))
    chosen = what.indicator
    timed = "period", one.timed, timing.changed(one), chosen and chosen.timing
    period = one.once(timed, lambda: timing.period(one, dated, chosen, alone))
    noted = _marks(one), figure.aside, figure.inner
    notes = one.once(("notes", noted), lambda: _notes(one, noted[0]))
    if chosen is not None and chosen.measure == "growth_yoy" and _of_other_years(one, period):
        one.doubted.append("indicator")
    kept = "edition", one.named, chosen and chosen.id, period and (period.months, period.whole_years), noted
    edition = one.once(kept, lambda: _edition(one, chosen, period, notes))
    said = measuring.value(figure.seen, what.unit, what.falls, chosen) if chosen else None
    if chosen is not None and (
        said is None or said.doubted or measuring.implausible(said, chosen, one.tables.catalogue.rules)
    ):
        one.doubted.append("value")
    refused = "refused", period, chosen and chosen.id, what.status
    if setting.once(refused, lambda: timing.refused(one, period, chosen, what.status)):
        one.doubted.append("period")
    cells = {
        "indicator": chosen.id if chosen else "",
        "period": str(period) if period else "",
        "value": said.value if said else "",
        "value_to": said.value_to if said else "",
        "qualifier": said.qualifier if said else "",
        "status": what.status,
        "edition": edition,
        "source": one.book.source.id if one.book.source else "",
        "as_printed": said.as_printed if said else figure.seen.shown.strip(),
    }
    doubted = dict.fromkeys([*(each.column for each in one.asked), *one.doubted])
    return Found(
        region, cells, what.name, what.unit, chosen.measure if chosen else what.kind,
        tuple(one.asked), what.others, tuple(doubted), tuple(each.text for each in notes),
    )  # fmt: skip


def _what(one: Asking, dated: Dated, alone: bool | None) -> _What:
    relation = which.Relation(one)
    chosen, others = which.indicator(one, relation, dated, alone)
    unit = which.unit(one, relation, chosen)
    status = _status(one)
    _scope(one, chosen)
    falls = which.falls(one, relation)
    ids = tuple(each.id for each in others)
    return _What(chosen, ids, relation.kind, unit, falls, status, which.words(one) or one.over.words)


def _status(one: Asking) -> str:
    """Whether a figure was reached, or is aimed at or foreseen; where a label says the latter it is asked."""
    told = [each.label.status for each in (*one.group, *one.says) if each.label.status]
    over = one.over.label.status
    if not told and not over:
        return "actual"
    about, said = (None, None) if told else ("table", "")
    answer = one.answer("status", about, said) or ""  # type: ignore[arg-type]
    if answer in STATUSES:
        return answer
    guess = _STATUS.get(told[-1] if told else over, "target")
    one.ask("status", "status", guess, "status", STATUSES, about, said)  # type: ignore[arg-type]
    return guess


def _edition(
    one: Asking, indicator: Indicator | None, period: Period | None, notes: tuple[Footnote, ...]
) -> str:
    """The edition that is printed; asked where the tables' figures of the like have one."""
    printed = {each.edition for each in (*one.group, *one.says) if each.edition}
    printed = printed or ({one.over.edition} if one.over.edition else set())
    if len(printed) == 1:
        return printed.pop()
    printed |= {each.edition for each in notes if each.edition}
    if indicator is None or period is None:
        return ""
    likely = _editions(one.tables, indicator.id, period.months)
    if not printed and not likely and indicator.timing != "list":
        return ""
    noted = [dating.bound(alike(each.text), one.setting.latest) for each in notes if each.edition]
    said = noted[0] if noted else "" if indicator.timing == "flow" and period.whole_years else indicator.id
    answer = one.answer("edition", "table", said) or ""
    known = one.tables.catalogue.config.editions
    if answer == NO_EDITION or answer in known:
        return "" if answer == NO_EDITION else answer
    guess = min(printed) if printed else likely[0] if likely else ""
    choices = (*likely, *(each for each in known if each not in likely), NO_EDITION)
    one.ask("edition", "edition", guess or NO_EDITION, "edition", choices, "table", said)
    return guess


@kept
def _editions(tables: Tables, indicator: str, months: int) -> tuple[str, ...]:
    """The editions of an indicator's figures of so many months, the commonest first."""
    rows = (each for each in tables.rows(indicator) if each.period is not None and each.status == "actual")
    alike = Counter(each.edition for each in rows if each.period and each.period.months == months)
    return tuple(each for each, _ in alike.most_common() if each)


def _notes(one: Asking, marks: str) -> tuple[Footnote, ...]:
    """The footnotes that speak of a figure; what may make it another's is asked, as is a line over the table that isn't
    understood."""
    for line in one.over.strange:
        _asked_words(one, line, "line")
    if one.figure.inner:
        _asked_words(one, one.figure.inner, "inner", LEFT_OUT)
    notes = (*one.setting.table.notes, *one.book.remarks)
    found = tuple(footnotes(marks, notes, one.figure.aside, one.book.sayer))
    for note in found:
        if note.risky:
            _asked_words(one, note.text, "note" if note.known else "mark")
    return found


def _marks(one: Asking) -> str:
    """The marks of footnotes at a figure, its labels and the lines over its table."""
    figure = one.figure
    labels = (*figure.group, *figure.labels, *figure.header, *one.setting.table.titles)
    return "".join((figure.seen.marks, *(each.seen.marks for each in labels)))


def _of_other_years(one: Asking, period: Period | None) -> bool:
    """Whether something says that a figure is held against another year than the one before its own."""
    own = period.year if period else 0
    texts = (*one.setting.lines, *(each.text for each in (*one.group, *one.says)))
    return any(year != own - 1 for text in texts for year in dating.compared(text, own))


def _scope(one: Asking, chosen: Indicator | None) -> None:
    """Ask about lines over the table, and names of sheet and file, that speak of a part of industry of which the indicator isn't; about
    the name of a file that says another period or region than the table; about a line over its group that names a place."""
    for each in one.group:
        if each.region == UNKNOWN and not _PARTS_OF_CHINA.match(each.text):
            _asked_words(one, each.text, "scope", LEFT_OUT)
    if one.setting.file_differs:
        _asked_words(one, one.setting.file, "file", LEFT_OUT)
    if chosen is None:
        return
    for line in subjects.narrower(
        (*one.setting.lines, one.setting.file), which.words(one), chosen, one.tables
    ):
        _asked_words(one, line, "scope", LEFT_OUT)


def _asked_words(one: Asking, text: str, reason: str, guess: str = AS_SAID) -> None:
    said = dating.bound(alike(text), one.setting.latest)
    if one.answer("words", "table", said) != AS_SAID:
        one.ask("words", "indicator", guess, reason, (AS_SAID, LEFT_OUT), "table", said)
