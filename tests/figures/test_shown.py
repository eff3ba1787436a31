"""Which rows no figure can show, and why; the report of check tells of each."""

from __future__ import annotations

from industry.export import checked
from industry.figures.draw import draw
from industry.figures.rows.shown import unshown
from industry.rules.comparison import Question, compare
from industry.tables.tables import Tables
from industry.vocabulary.slide import Choices
from industry.wording.words import words


def test_no_row_that_a_figure_draws_is_said_to_be_in_tables_alone(tables: Tables) -> None:
    alone = {row.id for row, _ in unshown(tables)}
    assert alone
    for spec in tables.catalogue.config.figures:
        if spec.chart in ("coverage", "emphasis"):  # which count rows, and draw none
            continue
        drawn = {row.id for row in draw(spec, tables, Choices(), "zh").drawn}
        assert not drawn & alone, spec.id


def test_no_row_that_compares_is_said_to_be_in_tables_alone(tables: Tables) -> None:
    alone = {row.id for row, _ in unshown(tables)}
    regions = tables.catalogue.config.regions
    for indicator in (one for one in tables.catalogue.indicators.values() if one.concept):
        found = compare(tables, Question(indicator.id, regions))
        assert not {row.id for row in found.drawn} & alone, indicator.id


def test_each_reason_is_true(tables: Tables) -> None:
    reasons = dict.fromkeys(reason for _, reason in unshown(tables))
    assert set(reasons) == {"undated", "supplied", "planned", "alone"}
    for row, reason in unshown(tables):
        assert (row.period is None) == (reason == "undated"), row.id
        if reason == "supplied":
            assert row.inferred
        if reason == "planned":
            assert row.status != "actual"
        if reason == "alone":
            assert row.status == "actual" and row.indicator.concept is None, row.id


def test_the_report_counts_them_and_lists_them_on_request(tables: Tables) -> None:
    for language, none in (("zh", "没有错误："), ("en", "No faults: ")):
        brief, whole = (list(checked.lines(tables, language, rows)) for rows in (False, True))
        count = len(list(unshown(tables)))
        assert whole[: len(brief)] == brief and len(whole) == len(brief) + count
        assert brief[0].startswith(none)
        assert str(count) in brief[-1]
        assert "{" not in "".join(whole)
    listed = whole[len(brief) :]
    first = next(row for row, _ in unshown(tables))
    assert listed[0].startswith(f"data/observations/{first.region.id}.csv, line {tables.line(first.id)}: ")


def test_what_deserves_another_look_is_told_before(tables: Tables) -> None:
    told = list(checked.lines(tables, "zh"))
    noted = [one for one in tables.findings if one.code in ("suspicious", "conflict", "out_of_line")]
    assert len(told) == 2 + len(noted) + (1 + len(tables.by_hand) if tables.by_hand else 0)
    assert words("command")["no_fault"][0][:4] == told[0][:4]
