"""What our own words say of what is worked out is never called wrong by proofreading, and other digits are: of any tables."""

from __future__ import annotations

from decimal import Decimal

from industry import wording
from industry.export.docx.told.groups import Group
from industry.export.docx.told.sentences import sentences
from industry.rules.arithmetic.intervals import half_up
from industry.tables.tables import Tables
from industry.text.proof import judge
from industry.text.proof.verdict import OBJECTIONS, held_against
from industry.vocabulary import printed
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
