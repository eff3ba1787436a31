"""In which unit a figure of a sheet is, and what it is in the unit of its indicator: as printed, with the unit where the reader of prints
needs it. A unit that nothing prints is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from industry.curation.importing.reading.cells import Seen, parted
from industry.curation.importing.reading.sayings import Saying
from industry.tables import agreement, plausible
from industry.text.claims.grids.measures import POINT_UNITS, RATES
from industry.vocabulary import printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import Printed, words

_DIGITS = re.compile(r"[+-]?[\d, ]*\d(?:\.\d+)?")
_WORDED = re.compile("[%‰\u4e00-\u9fff]")
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}
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


def unit(
    says: Sequence[Saying], row: str, over: Sequence[str], kind: str, seen: Seen, indicator: Indicator | None
) -> Unit:
    """The unit of a figure. ``says``: what its labels say, ``row``: the cell for units of its row, ``over``: those of the lines over
    the table."""
    own_unit = own(seen)
    told = _distinct([*(one.label.unit for one in says), row])
    if kind in ("growth", "fall"):
        found = _of_growth(says, row, over)
    elif kind in ("gap", "change"):
        points = [one for one in told if one in POINT_UNITS[:2]]
        found = Unit(_POINTS, not points)
    elif told:
        found = Unit(told[-1], len(told) > 1)
    else:
        fit = [one for one in over if indicator is None or reads(one, indicator)]
        guess = indicator.unit if indicator else ""
        found = Unit(fit[0], False) if len(fit) == 1 else Unit(guess or (over[0] if over else ""), True)
    if own_unit and not (own_unit == found.text and not found.open):
        said = found.text if not found.open else ""
        clear = not said or said.endswith(own_unit) and said == own_unit
        return Unit(own_unit, not clear)
    return found


def _of_growth(says: Sequence[Saying], row: str, over: Sequence[str]) -> Unit:
    moving = [one for one in says if one.label.kind in ("growth", "fall")]
    own_units = _distinct(one.label.unit for one in moving)
    if own_units:
        return Unit(own_units[-1], len(own_units) > 1)
    beside = _distinct([*(one.label.unit for one in says), row])
    rates = [one for one in (*beside, *over) if one in RATES]
    if rates:
        return Unit(rates[0], len({*rates}) > 1 and rates[0] != _PERCENT or rates[0] != _PERCENT)
    return Unit(_PERCENT, not any(one.label.rate for one in moving))


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
    as_printed = text if own(seen) or not _DIGITS.fullmatch(seen.text) else text + unit
    if falls and _DIGITS.fullmatch(seen.text):
        as_printed = f"下降{as_printed}"
    said = printed.read(as_printed, indicator.unit, indicator.measure)
    if said is None:
        return None
    scaled = said.scale > 1 or _exponent(own(seen) or unit) != _exponent(indicator.unit)
    told, to = _plain(said.value, scaled), "" if said.value_to is None else _plain(said.value_to, scaled)
    faults = list(agreement.check("", 0, indicator, told, to, said.qualifier, as_printed, ""))
    halves = plausible.counts(indicator) and said.value % 1 != 0
    doubted = bool(faults) or halves or not _agrees(seen, own(seen) or unit, falls, said, indicator)
    return Value(told, to, said.qualifier, as_printed, doubted)


def _agrees(seen: Seen, unit: str, falls: bool, said: Printed, indicator: Indicator) -> bool:
    """Whether the number, worked into the indicator's unit by itself, is what the print is read as."""
    number = _DIGITS.match(seen.text)
    if number is None or said.value_to is not None or number.end() + len(own(seen)) != len(seen.text):
        return not _DIGITS.fullmatch(seen.text)
    value = Decimal(re.sub("[, +]", "", number[0]))
    exponent = _exponent(unit) - _exponent(indicator.unit)
    return value.scaleb(exponent) * (-1 if falls else 1) == said.value


def _exponent(unit: str) -> int:
    found = re.match("[百千万亿]*", unit)
    scale = sum(_SCALES[one] for one in found[0]) if found and unit != "百分点" else 0
    return scale + {"‰": -1, "成": 1}.get(words.unit_of(unit).measure, 0)


def _plain(number: Decimal, scaled: bool) -> str:
    """A value with the digits that are printed of it, of one that is worked into another scale without zeros at its end."""
    return f"{number.normalize():f}" if scaled else f"{number:f}"
