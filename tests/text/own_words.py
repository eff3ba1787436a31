"""What our own words say of what is worked out is never called wrong by proofreading, and other digits are: of any tables."""

from __future__ import annotations

import re
from decimal import Decimal

from industry import wording
from industry.export.docx.told.groups import Group
from industry.export.docx.told.sentences import sentences
from industry.rules.arithmetic.intervals import half_up
from industry.tables.tables import Tables
from industry.text.proof import Judged, Reason, judge
from industry.text.proof.verdict import OBJECTIONS, Code, held_against
from industry.vocabulary import printed
from industry.vocabulary.observation import Observation
from industry.vocabulary.printed import Printed


def told_agrees(tables: Tables) -> None:
    assert tables.derived()
    for row in tables.derived():
        said = printed.read(str(wording.number(row, "zh")), row.indicator.unit, row.indicator.measure)
        assert said is not None and held_against(said, row)[0] == "agrees", row.id


def rounded_agrees(tables: Tables) -> None:
    rows = [row for row in tables.derived() if row.derivation and row.derivation.form != "range"]
    for row in rows:
        for step in (row.step, row.step * 10, max(row.step, Decimal(1))):
            value = half_up(row.value, step)
            assert held_against(_said(value, step), row)[0] == "agrees", (row.id, value)
            assert held_against(_said(value + step, step), row)[0] == "differs", (row.id, value)
        shown = _said(half_up(row.value, row.step), min(row.step, Decimal(1)))
        assert held_against(shown, row)[0] == "agrees", row.id  # of tens the last zero is printed
        finer = min(row.step, Decimal(1)) / 10
        assert held_against(_said(half_up(row.value, finer), finer), row)[0] == "differs", row.id


def _said(value: Decimal, step: Decimal) -> Printed:
    return Printed(value, None, step, 1)


def sentences_agree(tables: Tables, language: str) -> None:
    rows = [row for row in tables.derived() if row.status == "actual" and row.period and not row.inferred]
    told = [one for row in rows for one in sentences([Group((row,), None, {})], tables, language)]
    text = "\n".join(map(str, told))
    wrong = [(one.verdict, text[max(one.start - 40, 0) : one.end]) for one in judge(text, tables, None, None)]
    assert [one for one in wrong if one[0] in OBJECTIONS] == []
    assert "为约" not in text and "为超" not in text


def reasons(row: Observation) -> list[tuple[Code, Reason]]:
    """Every verdict with a reason whose sentence may tell a row."""
    id, (own, period) = row.id, (row.indicator.id, str(row.period))
    of_row: dict[Code, tuple[str, ...]] = {
        "agrees_rounded": ("rounded", "about", "over", "at_least", "nearly", "under", "at_most"),
        "differs": ("digits", "sign", "scale", "cut", "rounded", "too_precise", "qualifier", "qualifier_dropped", "computed", "unit"),
        "agrees": ("same",), "derivable": ("computed",), "to_confirm": ("guessed", "inferred"), "comparison_true": ("published",),
    }  # fmt: skip
    found: list[tuple[Code, Reason]] = [
        (verdict, Reason(code, ("indicator",) if verdict == "to_confirm" else (id,)))
        for verdict, codes in of_row.items()
        for code in codes
    ]
    return [
        *found,
        ("other_edition", Reason("edition", (row.edition, id))),
        ("other_status", Reason("status", (row.status, row.status))),
        ("other_period", Reason("period", (period, period))),
        ("other_region", Reason("region", (row.region.id, row.region.id))),
        ("other_basis", Reason("basis", (own, own))),
        ("other_basis", Reason("population", (own, row.region.id))),
        *(("comparison_true", Reason("difference", (id, id, by))) for by in ("1", "-1", "0")),
        *(("comparison_true", Reason("falls", (id, id, by))) for by in ("1", "-1", "0")),
        ("to_confirm", Reason("aspect", (id, id))),
        ("cannot_compare", Reason("two_sources", (id, id, "1"))),
        ("cannot_compare", Reason("period", (period, id, id))),
    ]


def told_as_worked_out(tables: Tables, language: str) -> None:
    """No reason tells a figure that is worked out without saying so."""
    (claim,) = (one.claim for one in judge("2021年，江西规上工业增加值增长1%。", tables, None, None))
    told = 0
    for row in (one for one in tables.derived() if one.period):
        figure = str(wording.number(row, language))
        for verdict, reason in reasons(row):
            said = wording.because(Judged(0, 0, "", verdict, row, reason, claim), tables, language)
            told += figure + wording.derived_mark(row, language) in said
            left = said.replace(figure + wording.derived_mark(row, language), "")
            assert not re.search(rf"(?<![\d.,—–]){re.escape(figure)}(?!\d)", left), (row.id, verdict, said)
    assert told > len(tables.derived())
