"""Whether value, upper end and qualifier of a row are what its source prints, as ``vocabulary.printed`` reads it.

A fault names a right value only where the print was read, and all of it is certain. What can't be read is asked
of a curator, who vouches for it with yes in the column ``by_hand``; where it can be read, that word is a fault:
the list of rows entered by hand holds those that need it, and nobody overrules a print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from industry.tables.faults import Fault
from industry.vocabulary import fields, printed
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import Printed

NUMBER = re.compile(r"(?!-0(?:\.0*)?\Z)-?(0|[1-9]\d{0,14})(\.\d{1,10})?", re.ASCII)
"""A number as a cell holds it. A small fall may be printed as -0.0%; the number that is read of it has no sign."""
PLAIN = re.compile(r"(?!.{16})(0|[1-9]\d{0,14})(\.\d{1,10})?", re.ASCII)
"""A number without a sign that the reader of prints takes."""
_COMPUTED = re.compile(r"-?\d{1,15}\.\d{6,}", re.ASCII)
_NOISE = Decimal("1e-6")
"""How far from what is printed a value lies that a spreadsheet has computed, at most."""
_HINTS = (
    ("percent", re.compile(r".*[%％‰]")),
    ("fullwidth", re.compile(r".*[０-９．－]")),
    ("comma", re.compile(r"-?\d+[,，]\d{1,2}\Z")),
    ("thousands", re.compile(r"-?\d{1,3}([,，]\d{3})+(\.\d+)?")),
    ("minus", re.compile(r"[−–—]")),
    ("zero", re.compile(r"-0(\.0+)?\Z")),
    ("exponent", re.compile(r"[-+]?[\d.]+[eE]")),
    ("unit", re.compile(r"[-+]?\d[\d.]*\D+")),
)
_PADDED = re.compile(r"-?(?:\d{1,14}\.\d0%|\d{1,3}(?:,\d{3})+\.\d0)", re.ASCII)
"""A number as Excel saves it that has taken a print for a percentage, or for one with thousands: with two decimals."""
_VOUCHED = "yes"
Cells = tuple[str, str, str, str, str]
"""Value, upper end, qualifier, what is printed, and whether it is entered by hand."""


def check(
    file: str,
    line: int,
    indicator: Indicator | None,
    value: str,
    value_to: str,
    qualifier: str,
    text: str,
    hand: str,
) -> Iterable[Fault]:
    """Every fault of value, upper end and qualifier of a row beside ``text``, what is printed."""
    said = printed.read(text, indicator.unit, indicator.measure) if indicator and text else None
    return check_read(file, line, indicator, said, (value, value_to, qualifier, text, hand))


def check_read(
    file: str, line: int, indicator: Indicator | None, said: Printed | None, cells: Cells
) -> Iterable[Fault]:
    """The same where it is known what the print says."""
    value, value_to, qualifier, text, hand = cells
    if (
        said
        and said.value_to is None
        and said.qualifier == qualifier
        and not (value_to or hand or text.endswith(("0", "0%")))
        and NUMBER.fullmatch(value)
        and said.value == Decimal(value)
    ):
        return ()
    return _faults(file, line, indicator, said, cells)


def printed_alone(indicator: Indicator | None) -> str:
    """What stands behind a ``PLAIN`` number that is read as itself, the commonest print: the unit. Where no
    number is, what stands behind none."""
    known = indicator and printed.plain(indicator.unit, indicator.measure)
    return indicator.unit if indicator and known else "\0"


def _faults(
    file: str, line: int, indicator: Indicator | None, said: Printed | None, cells: Cells
) -> Iterator[Fault]:
    value, value_to, _, text, _ = cells
    for name, cell in (("value", value), ("value_to", value_to)):
        if _COMPUTED.fullmatch(cell) and not _printed(cell, said):
            yield Fault("computed_decimal", file, line, name, cell, facts=(("printed", text),))
            return
        if cell and not NUMBER.fullmatch(cell):
            hint = (("hint", next((hint for hint, form in _HINTS if form.match(cell)), "other")),)
            yield Fault("not_a_number", file, line, name, cell, (fields.COLUMN["value"].good,), hint)
    if indicator and text and (not value or NUMBER.fullmatch(value)):
        yield from _agreed(file, line, indicator, said, cells)
        yield from _padded(file, line, value, text)


def _printed(cell: str, said: Printed | None) -> bool:
    """Whether a number with many decimals is what is printed, or no computed neighbour of it."""
    if said is None:
        return len(cell.partition(".")[2]) <= 10
    ends = (said.value, said.value_to if said.value_to is not None else said.value)
    off = min(abs(Decimal(cell) - end) / max(abs(end), Decimal(1)) for end in ends)
    return off == 0 or off > _NOISE and len(cell.partition(".")[2]) <= 10


def _agreed(
    file: str, line: int, indicator: Indicator, said: Printed | None, cells: Cells
) -> Iterator[Fault]:
    value, value_to, qualifier, text, hand = cells
    facts = (("printed", text), ("unit", indicator.unit))
    if said is None:
        if hand != _VOUCHED:
            yield Fault("unreadable_print", file, line, "as_printed", text, facts=facts)
        yield from _order(file, line, value, value_to)
        return
    found = list(_differs(file, line, said, (value, value_to, qualifier), facts))
    if hand == _VOUCHED and not found:
        found = [Fault("needless_by_hand", file, line, "by_hand", hand, facts=facts)]
    yield from found


def _differs(
    file: str, line: int, said: Printed, cells: tuple[str, str, str], facts: tuple[tuple[str, str], ...]
) -> Iterator[Fault]:
    value, value_to, qualifier = cells
    if value and Decimal(value) != said.value:
        yield Fault("value_differs", file, line, "value", value, (_plain(said.value),), facts)
    if not value_to or NUMBER.fullmatch(value_to):
        disordered = tuple(_order(file, line, value, value_to))
        yield from disordered
        if not disordered and (Decimal(value_to) if value_to else None) != said.value_to:
            expected = "" if said.value_to is None else _plain(said.value_to)
            yield Fault("value_to_differs", file, line, "value_to", value_to, (expected,), facts)
    if qualifier in fields.QUALIFIERS and qualifier != said.qualifier:
        expected = said.qualifier
        yield Fault("qualifier_differs", file, line, "qualifier", qualifier, (expected,), facts[:1])


def _order(file: str, line: int, value: str, value_to: str) -> Iterator[Fault]:
    if value and value_to and NUMBER.fullmatch(value_to) and Decimal(value_to) <= Decimal(value):
        yield Fault("range_order", file, line, "value_to", value_to, (value,))


def _padded(file: str, line: int, value: str, text: str) -> Iterator[Fault]:
    """A number to which a spreadsheet has added decimals (24.50% beside 24.5)."""
    number = _PADDED.fullmatch(text) and NUMBER.fullmatch(value)
    bare = text.removesuffix("%").replace(",", "")
    if number and len(value.partition(".")[2]) < 2 and Decimal(value) == Decimal(bare):
        shorter = f"{text[:-2]}%" if text.endswith("%") else text[:-1]
        yield Fault("printed_format", file, line, "as_printed", text, (shorter,), (("value", value),))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
