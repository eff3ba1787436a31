"""In which unit a figure of a sheet is, and what it is in the unit of its indicator: as printed, with the unit where the reader of prints
needs it. A unit that nothing prints is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from industry.curation.importing.reading.cells import Seen, parted
from industry.curation.importing.reading.sayings import Saying
from industry.tables import agreement, plausible
from industry.text.claims.grids.measures import POINT_UNITS, RATES
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.changing_rules import Rules
from industry.vocabulary.printed import Printed, words

_DIGITS = re.compile(r"[+-]?[\d, ]*\d(?:\.\d+)?")
_WORDED = re.compile("[%‰\u4e00-\u9fff]")
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_SCALE = re.compile("^[十百千]?[万亿]*")
_POINTS = "个百分点"
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Unit:
    """``text`` as it is printed, or as it is guessed where it is ``open``: not printed, or printed in two ways."""

    text: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """The cells of a row that a figure fills. ``doubted``: what is printed and what it comes to can't be brought together."""

    value: str
    value_to: str
    qualifier: str
    as_printed: str
    doubted: bool


def own(seen: Seen) -> str:
    """The unit that is printed in the cell itself."""
    behind = _DIGITS.sub("", seen.text, count=1).strip() if seen.text[:1] in "+-0123456789" else ""
    return behind if _WORDED.search(behind) else ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What stands around a figure: what the labels of its ``row``, its ``column`` and its ``group`` say, the units ``over`` its table, of
    these the ``idle`` ones; ``near``: a unit that may be the column's or the row's, where that of its own is blank."""

    row: Sequence[Saying]
    column: Sequence[Saying]
    group: Sequence[Saying] = ()
    over: Sequence[str] = ()
    idle: frozenset[str] = frozenset()
    near: str = ""

    @property
    def printed(self) -> list[str]:
        """The units of its row and its column."""
        return _distinct(one.label.unit for one in (*self.row, *self.column))


def unit(one: Labelled, kind: str, seen: Seen, indicator: Indicator | None) -> Unit:
    """The unit of a figure: what stands nearest to it, open where things as near, or the lines over its table, say another."""
    own_unit = own(seen)
    told = one.printed
    if kind in ("growth", "fall"):
        found = _of_growth(one)
    elif kind in ("gap", "change"):
        points = [each for each in told if each in POINT_UNITS[:2]]
        found = Unit(_POINTS, not points or len(told) > 1)
    elif told or (told := _distinct(each.label.unit for each in one.group)):
        found = Unit(told[-1], len(told) > 1 or any(scaled(told[-1], each) for each in one.idle))
    else:
        fit = [each for each in one.over if indicator is None or reads(each, indicator)]
        guess = indicator.unit if indicator else ""
        sure = len(fit) == 1 and not (one.near and scaled(one.near, fit[0]))
        found = Unit(fit[0], not sure) if fit else Unit(guess or (one.over[0] if one.over else ""), True)
    if own_unit and not (own_unit == found.text and not found.open):
        said = found.text if not found.open else ""
        clear = not said or said.endswith(own_unit) and said == own_unit
        return Unit(own_unit, not clear)
    return found


def scaled(unit: str, other: str) -> bool:
    """Whether two units are one in two scales (万元, 亿元)."""
    return unit != other and _SCALE.sub("", unit) == _SCALE.sub("", other)


def _of_growth(one: Labelled) -> Unit:
    says = (*one.row, *one.column)
    moving = [each for each in says if each.label.kind in ("growth", "fall")]
    own_units = _distinct(each.label.unit for each in moving)
    if own_units:
        return Unit(own_units[-1], len(own_units) > 1)
    rates = [each for each in (*one.printed, *one.over) if each in RATES]
    if rates:
        return Unit(rates[0], len({*rates}) > 1 and rates[0] != _PERCENT or rates[0] != _PERCENT)
    return Unit(_PERCENT, not any(each.label.rate for each in moving))


def _distinct(units: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(one for one in units if one))


def reads(unit: str, indicator: Indicator) -> bool:
    """Whether a number in a unit can be a figure of an indicator."""
    return printed.read(f"1{unit}", indicator.unit, indicator.measure) is not None


def value(seen: Seen, unit: str, falls: bool, indicator: Indicator) -> Value | None:
    """What a figure is of an indicator, None where it can't be read as one."""
    text = parted(seen.shown)[0]
    if seen.text.startswith("-") and not text.startswith(("-", "－", "−", "–", "—")):
        text = seen.text  # shown in brackets
    text = re.sub(r"\s+", "", text).removeprefix("+").removeprefix("＋")
    own_unit = own(seen)
    as_printed = text if own_unit or not _DIGITS.fullmatch(seen.text) else text + unit
    if falls and _DIGITS.fullmatch(seen.text):
        as_printed = f"下降{as_printed}"
    said = printed.read(as_printed, indicator.unit, indicator.measure)
    if said is None:
        return None
    exponent = _exponent(own_unit or unit) - _exponent(indicator.unit)
    scaled = said.scale > 1 or exponent != 0
    told, to = _plain(said.value, scaled), "" if said.value_to is None else _plain(said.value_to, scaled)
    cells = told, to, said.qualifier, as_printed, ""
    faults = list(agreement.check_read("", 0, indicator, said, cells))
    halves = plausible.counts(indicator) and said.value % 1 != 0
    agrees = _agrees(seen, own_unit, exponent, falls, said)
    doubted = seen.unsure or bool(faults) or halves or not agrees
    return Value(told, to, said.qualifier, as_printed, doubted)


def implausible(said: Value, indicator: Indicator, rules: Rules) -> bool:
    """Whether a figure lies beyond what one of its measure does, or a growth of volumes looks like an index: next month the same head may
    hold levels."""
    bounds = rules.plausible.ranges.get(indicator.measure)
    volume = indicator.measure == "growth_yoy" and indicator.prices != "current"
    numbers = [Decimal(one) for one in (said.value, said.value_to) if one]
    beyond = bounds is not None and not all(map(bounds.holds, numbers))
    return beyond or volume and any(map(rules.plausible.index.holds, numbers))


def _agrees(seen: Seen, own_unit: str, exponent: int, falls: bool, said: Printed) -> bool:
    """Whether the number, worked into the indicator's unit by itself, is what the print is read as."""
    number = _DIGITS.match(seen.text)
    if number is None or said.value_to is not None or number.end() + len(own_unit) != len(seen.text):
        return not _DIGITS.fullmatch(seen.text)
    value = Decimal(re.sub("[, +]", "", number[0]))
    return value.scaleb(exponent) * (-1 if falls else 1) == said.value


@lru_cache(maxsize=256)
def _exponent(unit: str) -> int:
    found = re.match("[百千万亿]*", unit)
    scale = sum(_SCALES[one] for one in found[0]) if found and unit != "百分点" else 0
    return scale + {"‰": -1, "成": 1}.get(words.unit_of(unit).measure, 0)


def _plain(number: Decimal, scaled: bool) -> str:
    """A value with the digits that are printed of it, of one that is worked into another scale without zeros at its end."""
    return f"{number.normalize():f}" if scaled else f"{number:f}"
