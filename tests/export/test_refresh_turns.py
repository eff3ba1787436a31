"""What turns round needs somebody's eye: a gap, a change or a growth that changes its sign, or comes to or from nought, in whatever it
is drawn or said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest

from industry.export.docx.briefing import briefing
from industry.export.docx.signing import Part
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing.outcome import Moved, turned
from industry.export.refreshing.report import NUMBERS, QUIET, Line, Report
from industry.export.refreshing.signs import Mark
from industry.export.refreshing.signs import sign as signed_as
from industry.export.refreshing.slides import presentation as slides
from industry.export.refreshing.slides.texts import Texts as OnSlides
from industry.export.refreshing.word import document
from industry.export.refreshing.word.findings import Findings
from industry.export.refreshing.word.pairs import Spoken
from industry.export.refreshing.word.texts import Texts as Written
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.observation import Observation
from industry.vocabulary.slide import Slide
from industry.wording.said import Said
from tests.conftest import world
from tests.curation import edits
from tests.export.test_refresh import changed

NUMBER = re.compile(r"(?:(?<!\d)[−+-])?\d[\d,]*(?:\.\d+)?")
SIGNED = re.compile(r"(?<!\d)[−+]\d")
ALIKE = 0.06
"""Within so much of one another a number is that of a text: it may be rounded there."""
UNSAID = ("hover", "hovers")
BESIDE = "data/observations/china.csv"
LISTED = [one.id for one in world().catalogue.config.figures]
GROWTH = "value_added_growth"
MOVED = "value_added_growth_rank_change_china"


@cache
def reflected() -> Tables:
    """The frozen tables in which every region stands as far on the other side of the country, or of nought where that has no figure."""
    files = edits.world()
    held = dict(edits.rows(files))
    keys = "indicator", "period", "edition"
    country = {tuple(one[key] for key in keys): one["value"] for one in held.pop(BESIDE)}
    for name, rows in held.items():
        for at, one in enumerate(rows):
            printed = one["as_printed"].replace("−", "-") == f"{one['value']}%"
            if one["status"] != "actual" or not printed or not one["indicator"].endswith("_growth"):
                continue
            beside = float(country.get(tuple(one[key] for key in keys), 0))
            told = f"{2 * beside - float(one['value']):.1f}"
            rows[at] = one | {"value": told, "as_printed": f"{told}%"}
        files[name] = edits.written(rows)
    return edits.read(files)


def told_of(said: object) -> Iterator[Observation]:
    """The observations of which words and marks are."""
    if isinstance(said, Observation):
        yield said
    elif isinstance(said, Said):
        yield from (one for one in said.rows if isinstance(one, Observation))
    elif isinstance(said, tuple):
        for one in said:
            yield from told_of(one)
    elif is_dataclass(said):
        for field in fields(said):
            if field.name not in UNSAID:
                yield from told_of(getattr(said, field.name))


def signed(figure: Figure) -> dict[tuple[str, ...], Observation]:
    return {
        (row.indicator.id, row.region.id, str(row.period), row.edition): row
        for row in told_of(figure.panels)
        if row.status != "target"
    }


def sign(value: float) -> int:
    return (value > 0) - (value < 0)


def figure(tables: Tables, id: str, language: str) -> Figure:
    (found,) = drawn(tables, [Slide.parse(id)], language)
    assert isinstance(found, Figure)
    return found


def reports(old: Figure, language: str, tables: Tables) -> Iterator[Report]:
    made = presentation("汇报", [old], language, version=world().version)
    yield slides.refresh(made, tables, language).report
    yield document.refresh(briefing("汇报", [old], language, world()), tables, language).report


def tells(line: Line, *values: float) -> bool:
    """Whether a line has numbers of this size in it."""
    said = [float(one.replace("−", "-").replace(",", "")) for one in NUMBER.findall(" ".join(line.facts))]
    return all(any(abs(abs(one) - abs(value)) < ALIKE for one in said) for value in values)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", LISTED)
def test_what_turns_round_needs_an_eye_in_every_figure(id: str, language: str) -> None:
    old, new = (figure(one, id, language) for one in (world(), reflected()))
    if old.empty or old.chart == "coverage":  # which writes no numbers
        return
    was, now = signed(old), signed(new)
    round_ = [(was[one], now[one]) for one in was.keys() & now.keys()]
    round_ = [pair for pair in round_ if sign(pair[0].value) != sign(pair[1].value)]
    for report in reports(old, language, reflected()):
        if report.behind:
            continue
        for row, other in round_:
            assert any(
                one.eye and tells(one, float(row.value), float(other.value)) for one in report.lines
            ), row
        for one in report.lines:
            if one.kind in NUMBERS and not one.eye:
                before, after = ([each[0] for each in SIGNED.findall(fact)] for fact in one.facts[-2:])
                assert before == after, one


def test_many_figures_turn_round() -> None:
    """So that the above is of some."""
    kinds = [
        one.kind
        for id in ("benchmark", "gap_growth", "gap_months", "jian_growth")
        for report in reports(figure(world(), id, "en"), "en", reflected())
        for one in report.lines
    ]
    assert kinds.count("turned") > 20 and kinds.count("text_turned") > 4


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("id", "region", "period", "level", "less"),
    [
        ("benchmark", "jiangxi", "2021-01/2021-03", "24.5", "29.3"),
        ("growth_q1", "jiangxi", "2021-01/2021-03", "24.5", "29.3"),
        ("gap_growth", "jian", "2021-01/2021-04", "20.3", "24.5"),
        ("jian_growth", "jian", "2021-01/2021-04", "20.3", "24.5"),
    ],
)
def test_what_comes_to_nought_needs_an_eye_and_what_stays_on_its_side_does_not(
    id: str, region: str, period: str, level: str, less: str, language: str
) -> None:
    old = figure(world(), id, language)
    for report in reports(old, language, changed((region, GROWTH, period, level))):
        assert report.eye
    for report in reports(old, language, changed((region, GROWTH, period, less))):
        assert report.numbers
        assert {one.kind for one in report.lines if one.eye} <= {"disputed", "placed"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("+3.5", "−0.2"),
        ("+3.5", "−3.5"),
        ("约+3", "0.0"),
        ("0", "−0.1"),
        ("0.4", "-0.4"),
        ("7.1 +3.5", "3.4* 约−0.2"),
        ("7.1 +3.5", "7.1"),
        ("前移2位", "后移3位"),
        ("前移2位", "持平"),
        ("up 2 places", "unchanged"),
        ("江西增长7.1%，高于全国3.5个百分点；陕西增长7%", "江西增长3.6%，与全国持平；陕西增长7%"),
        ("江西增长7.1%，高于全国3.5个百分点②。", "江西增长3.4%，低于全国0.2个百分点②③。"),
        (
            "by 7.1% in Jiangxi, above China by 3.5 pp; by 2% in Hebei",
            "by 3% in Jiangxi, level with China; by 2% in Hebei",
        ),
        ("Value added grew by 2.1%.", "Value added fell by 2.1%."),
        ("江西高于全国；河北低于全国", "河北高于全国；江西低于全国"),
    ],
)
def test_a_turn_in_words_is_seen(before: str, after: str) -> None:
    assert turned(before, after) and turned(after, before)
    assert Moved(0, 0, "", before, after, noted=True).kind(False) == "turned"
    assert Moved(0, 0, "", before, after).kind(True) == "turned_other"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("+3.5", "约+0.2"),
        ("0.0", "0"),
        ("约7.7 推算", "7.6*"),
        ("2021年1—6月", "2021年1—7月"),
        ("6.4 − 5.3", "6.5 − 5.2"),
        ("江西高于全国3个百分点；河北低于全国", "河北低于全国；江西高于全国2.9个百分点"),
        ("江西增加值增长7.1%①。", "江西增加值增长\u20607.2%②③。"),
        ("by 7.1% in Jiangxi; by 2% in China. Up.", "by 7% in Jiangxi; by 2.1% in China. Up."),
    ],
)
def test_what_stays_on_its_side_is_no_turn(before: str, after: str) -> None:
    assert not turned(before, after) and not turned(after, before)
    assert Moved(0, 0, "", before, after).kind(False) == "number"


def test_what_is_cut_to_its_place_turns_by_what_both_say_alone() -> None:
    notes = "注：河北低于全国；全国−1.3%。", "注：河北低于全国。"
    assert not turned(*notes, whole=False) and turned(*notes)
    assert turned(notes[0], notes[0].replace("−", ""), whole=False)


def test_turns_are_told_as_needing_an_eye() -> None:
    assert not {"turned", "turned_other", "text_turned"} & {*QUIET}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("value", "printed"), [("-2", "后移2位"), ("0", "持平")])
def test_a_place_that_goes_the_other_way_needs_an_eye(value: str, printed: str, language: str) -> None:
    """It is no figure that isn't compared any more, though it has no digits where it stays."""
    files, name = edits.world(), "data/observations/jiangxi.csv"
    rows = dict(edits.rows(files))[name]
    (at,) = [at for at, one in enumerate(rows) if one["indicator"] == MOVED]
    rows[at] = rows[at] | {"value": value, "as_printed": printed}
    tables = edits.read(files | {name: edits.written(rows)})
    for report in reports(figure(world(), "ranks_jiangxi", language), language, tables):
        told = [one for one in report.lines if one.eye]
        assert {"turned"} <= {one.kind for one in told} and "worded" not in {one.kind for one in told}


def test_a_finding_of_which_a_number_comes_to_nought_is_another() -> None:
    """Its words are the same: 两年平均增长0.0%."""
    for after, kind in (("0.0", "finding"), ("0.1", "revised")):
        held = object.__new__(Findings)
        held.figures, held.report, held.called = {}, Report(), str
        mark = Mark("growth_q1", "finding1", (signed_as("x"),))
        now: Any = SimpleNamespace(figure="growth_q1", rows=(), words=f"江西两年平均增长{after}%。")
        held._changed(Spoken(0, mark, ()), "江西两年平均增长1.0%。", now)
        assert [one.kind for one in held.report.lines] == [kind]


@pytest.mark.parametrize(("part", "kind"), [("notes", "text"), ("remark1", "text_turned")])
def test_a_note_that_is_cut_to_its_place_has_not_turned_and_a_remark_that_lacks_something_has(
    part: str, kind: str
) -> None:
    before, after = "河北低于全国；江西高于全国", "河北低于全国"
    slide = object.__new__(OnSlides)
    slide.page, slide.fresh = SimpleNamespace(number=1), SimpleNamespace(figure=SimpleNamespace(frame=None))  # type: ignore[assignment]
    slide.report, slide.title, slide.language = Report(), "", "zh"
    slide._tell_new(Mark("growth_q1", part, ()), before, after)
    written = object.__new__(Written)
    written.report, written.figures, written.language = Report(), {}, "zh"
    written._tell_set(Part("growth_q1", part), before, after)
    for report in (slide.report, written.report):
        assert [one.kind for one in report.lines] == [kind]
