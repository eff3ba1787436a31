"""Faults as sentences, in Chinese and English: where, what was found, what was expected, what to do.

The one place where faults are worded: what is said of each code stands in ``words``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from industry.tables.faults import Fault
from industry.vocabulary import fields
from industry.wording.cells import cell
from industry.wording.words import words

SHOWN = 40
"""Characters of what was found that a sentence shows at most."""
_NAMED = ("as_printed", "by_hand", "value_to")
"""Columns whose names are no words of a sentence."""
_MARKS = {"\t": ("制表符", "tabs"), ";": ("分号", "semicolons"), "，": ("全角逗号", "full-width commas")}


def sentence(fault: Fault, language: str) -> str:
    """One sentence: file, line, column, what was found, what was expected, what to do."""
    english = language != "zh"
    told = at_cell(fault, language)
    return f"{_place(fault, english)}: {told}" if english else f"{_place(fault, english)}：{told}"


def at_cell(fault: Fault, language: str) -> str:
    """The same where the cell is before one's eyes: without its place."""
    english = language != "zh"
    facts = {key: _fact(key, value, english) for key, value in fault.facts}
    found = _quoted(fault.found)
    if fault.code == "wrong_delimiter":
        found = _MARKS[fault.found][english] if fault.found in _MARKS else found
    if not fault.found:
        found = "an empty text" if english else "空白"
    several = [one or ("nothing" if english else "空白") for one in fault.expected]
    expected = (", " if english else "、").join(several)
    one_of = expected
    if len(several) > 1:
        one_of = f"one of {expected}" if english else f"{expected}之一"
    given = {"near": "", "after": "", **facts, "found": found, "plain": _clean(fault.found)}
    told = words("faults")[fault.code][english].format_map({**given, "expected": expected, "one_of": one_of})
    return f"{told}." if english else f"{told}。"


def on_page(fault: Fault, language: str) -> str:
    """The same before the eyes of somebody who sees the heads of the columns and chooses words, not their names and codes."""
    told = [_chosen(fault.column, one, language) for one in (fault.found, *fault.expected)]
    said = at_cell(replace(fault, found=told[0], expected=tuple(told[1:])), language)
    for name, column in fields.COLUMN.items():
        head = _quoted(column.head(language))
        if language == "zh":
            said = re.sub(rf"(?<![a-z_“])({name})列", head, said)
        elif name in _NAMED:
            said = re.sub(rf"(?<![a-z_“])(?:the )?(?:column )?{name}(?![a-z_])", head, said)
    return said


def _chosen(column: str, text: str, language: str) -> str:
    """A code as the word that is chosen for it; any other text as it is."""
    codes = {"status": fields.STATUSES, "qualifier": fields.QUALIFIERS, "inferred": fields.INFERRED}
    return cell(column, text, (), language) if text and text in codes.get(column, ()) else text


def _place(fault: Fault, english: bool) -> str:
    """File, line and column or key, as far as the fault has them."""
    table = fault.file.endswith(".csv")
    column = _clean(fault.column)
    if english:
        parts = [fault.line and f"line {fault.line}", column and f"{'column' if table else 'key'} {column}"]
        return ", ".join([_clean(fault.file, 200), *(part for part in parts if part)])
    parts = [fault.line and f"第{fault.line}行", column and f"{column}{'列' if table else '字段'}"]
    return " ".join([_clean(fault.file, 200), *(part for part in parts if part)])


def _fact(key: str, value: str, english: bool) -> str:
    if key == "near":
        return f" (perhaps {_clean(value)})" if english else f"（是否为{_clean(value)}）"
    if key == "after":
        return f", after {_quoted(value)}" if english else f"，在{_quoted(value)}之后"
    if key == "months":
        names = [words("faults")[f"month.{one}"][english] for one in value.split()]
        return " and ".join(names) if english else "、".join(names) + "月"
    phrase = words("faults").get(f"{key}.{value}")
    if phrase is not None:
        return phrase[english]
    return _quoted(value) if key in ("printed", "value", "before") else _clean(value, 200)


def _quoted(text: str) -> str:
    return f"“{_clean(text)}”"


def _clean(text: str, most: int = SHOWN) -> str:
    """On one line, without what a screen can't show, and cut where it is long."""
    plain = re.sub(r"\s+", " ", text.encode("utf-8", "replace").decode("utf-8"))
    plain = "".join(letter if letter.isprintable() else "�" for letter in plain)
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"
