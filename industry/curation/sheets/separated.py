"""The text of a table into cells, by the separator that is certain. Bytes become text in ``encoded``."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from industry.curation.sheets import bounds
from industry.curation.sheets.bounds import NoBook
from industry.curation.sheets.sheet import place

SEPARATORS = ("\t", ";", "|", ",", "，")
_NAMES = {"\t": "Tab", **{one: one for one in SEPARATORS[1:]}}
_DECLARED = re.compile(r'"?sep=(.)"?\s*(?:\r\n|\r|\n)', re.IGNORECASE)
"""The first line by which Excel is told the separator."""
_IN_NUMBER = re.compile(r"(?<=\d)[,，](?=\d)")
_IN_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_AS_TEXT = re.compile(r'="([^"]*)"')
"""A cell that systems write so that Excel leaves it as a text."""
_SAMPLE = 300_000
_SPLIT, _ALIKE, _LEFT = 0.3, 0.5, 0.2
"""Of the rows at least so many are split by the right separator, of these so many into as many cells; of the cells at most
so many hold another separator."""


def rows(text: str) -> Iterator[list[str]]:
    """The cells, row by row, as they stand in quotation marks or without them. Raises NoBook."""
    if declared := _DECLARED.match(text):
        found: str = declared[1]
        text = text[declared.end() :]
    else:
        found = separator(text)
    places = 0
    for number, row in enumerate(_split(text, found)):
        places += len(row) + 1
        if places > bounds.MOST_PLACES:
            raise NoBook("too_wide", place("", number, 0), f"{bounds.MOST_PLACES:,}")
        yield [_shown(one) for one in row]


def separator(text: str) -> str:
    """The only one that the text can be meant to have; a comma where it has none, as a list has. Raises NoBook."""
    sample = text
    if len(text) > _SAMPLE:  # up to the end of a line
        sample = text[: max(text.rfind("\n", 0, _SAMPLE), text.rfind("\r", 0, _SAMPLE)) + 1] or text
    cut = len(sample) < len(text)
    there = [one for one in SEPARATORS if one in sample]
    if not there:
        return ","
    alone = len(there) == 1 and there[0] != "，"  # sentences have commas of their own
    fits = {one: _fits(sample, one, alone, cut) for one in there}
    right = [one for one, fit in fits.items() if fit]
    if right == [",", "，"] and "," not in _IN_THOUSANDS.sub("", sample):
        right = ["，"]
    if len(right) == 1:
        return right[0]
    if None in fits.values():
        unpaired = next(one for one, fit in fits.items() if fit is None)
        for _ in _split(sample, unpaired, cut):  # tells where
            pass
    raise NoBook("separator", " ".join(_NAMES[one] for one in right or there))


def _fits(sample: str, found: str, alone: bool, cut: bool) -> bool | None:
    """Whether this separator makes a table of the text: rows of like length whose cells hold no other separator but such
    as numbers and sentences have. None where quotation marks don't come in pairs. ``cut``: the text goes on."""
    try:
        held = [row for row in _split(sample, found, cut) if any(one.strip() for one in row)]
    except NoBook:
        return None
    lengths = Counter(len(row) for row in held if len(row) > 1)
    split = lengths.total()
    if not split or split < _SPLIT * len(held):
        return False
    if alone:
        return True
    if max(lengths.values()) < _ALIKE * split:
        return False
    if found == "，" and sum(row[-1].rstrip().endswith("。") for row in held) > _LEFT * len(held):
        return False  # sentences
    cells = [text for row in held if len(row) > 1 for one in row if (text := one.strip())]
    others = [one for one in SEPARATORS if one not in (found, "，")]
    left = sum(any(other in _IN_NUMBER.sub("", one) for other in others) for one in cells)
    return left <= _LEFT * len(cells)


def _split(text: str, found: str, cut: bool = False) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=found, strict=not cut)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise NoBook("quotes", str(max(1, reader.line_num))) from error
        if row is None:
            return
        yield row


def _shown(cell: str) -> str:
    """What a spreadsheet shows of it."""
    if cell.startswith("=") and (as_text := _AS_TEXT.fullmatch(cell)):
        cell = as_text[1]
    return cell.replace("\r\n", "\n").replace("\r", "\n")
