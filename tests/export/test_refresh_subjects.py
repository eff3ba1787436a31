"""What charts and findings are about, and what is disputed, is kept with them in both kinds of files, and compared as data."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from industry.export.docx.briefing import briefing
from industry.export.order import drawn
from industry.export.pptx.presentation import presentation
from industry.export.refreshing import subjects
from industry.export.refreshing.frames import Refreshed
from industry.export.refreshing.signs import Mark
from industry.export.refreshing.slides.presentation import refresh
from industry.export.refreshing.word.document import refresh as refresh_written
from industry.figures.record import Figure
from industry.tables.tables import Tables
from industry.vocabulary.slide import Slide
from tests.conftest import world
from tests.curation import edits
from tests.export.test_refresh import changed, entries, without

DISPUTED = ("jiangxi", "value_added_growth", "2021-01/2021-03", "23.9")
"""Its two-year average is another one than the published."""
OTHERS = (
    ("shaanxi", "value_added_growth", "2021-01/2021-03", "26.9"),
    ("shaanxi", "value_added_growth_two_year", "2021-01/2021-03", "10.9"),
    ("hebei", "value_added_growth", "2020-01/2020-03", "-4.9"),
)
KEPT = re.compile(
    rb'<p:tag name="\w+" val="(?:about|of|when|disputed)\d* [^"]*"/>'
    rb"|<mark>(?:about|about_overall|of|when|disputed)\d* [^<]*</mark>"
)


def of(tables: Tables, *slides: str) -> list[Figure]:
    return [*drawn(tables, [Slide.parse(one) for one in slides], "zh")]


def slides(held: Tables, now: Tables) -> Refreshed:
    return refresh(presentation("汇报", of(held, "growth_q1"), "zh", version=held.version), now, "zh")


def written(held: Tables, now: Tables) -> Refreshed:
    return refresh_written(briefing("汇报", of(held, "growth_q1"), "zh", held, False), now, "zh")


@cache
def disputed() -> Tables:
    return changed(DISPUTED)


@pytest.mark.parametrize("made", [slides, written])
def test_a_finding_is_in_doubt_where_a_dispute_is_new_alone(
    made: Callable[[Tables, Tables], Refreshed],
) -> None:
    kinds = [
        {one.kind for one in made(held, now).report.lines if one.kind.startswith("finding")}
        for held, now in ((world(), disputed()), (disputed(), changed(DISPUTED, *OTHERS)))
    ]
    assert kinds == [{"finding_disputed"}, {"finding"}]


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_that_published_numbers_have_come_to_differ_is_told_once_of_its_note_where_no_finding_tells_it(
    form: str,
) -> None:
    made = (
        presentation("汇报", of(world(), "growth_quarters"), "zh", version=world().version)
        if form == "pptx"
        else briefing("汇报", of(world(), "growth_quarters"), "zh", world(), False)
    )
    work = refresh if form == "pptx" else refresh_written
    found = work(made, disputed(), "zh")
    (told,) = [one for one in found.report.lines if "disputed" in one.kind]
    assert told.eye and told.kind == ("disputed" if form == "pptx" else "finding_disputed")
    assert not work(found.data, disputed(), "zh").report.lines


def test_what_a_finding_is_about_is_drawn_and_no_two_charts_of_a_figure_are_of_the_same() -> None:
    for one in of(world(), *(spec.id for spec in world().catalogue.config.figures)):
        assert {*subjects.concluded(one.frame)} <= {*subjects.about(one.drawn)}, one.id
        panels = dict(enumerate(one.panels, start=1))
        marks = [*subjects.marks(one, panels)]
        assert not subjects.rearranged(panels, {}, marks, False)
        if len(panels) > 1:
            turned = dict(zip(panels, reversed(panels.values()), strict=True))
            assert subjects.rearranged(turned, {}, marks, False), one.id
            assert subjects.rearranged({at: one for at, one in panels.items() if at > 1}, {}, marks, False)


def test_without_what_a_file_keeps_charts_are_known_by_their_number_and_what_they_are_called() -> None:
    (one,) = of(world(), "results")
    panels = dict(enumerate(one.panels, start=1))
    called = {at: panel.heading for at, panel in panels.items()}
    fewer = dict(enumerate(one.panels[1:], start=1))
    assert subjects.rearranged(fewer, called, [], False)
    assert not subjects.rearranged(panels, {1: called[1]}, [], False)  # she has taken the others away
    assert subjects.rearranged(dict(enumerate(reversed(one.panels), start=1)), called, [], False)


def keeping_nothing(made: bytes) -> bytes:
    """A file as it was made before anything of this was kept."""
    held = {name: KEPT.sub(b"", content) for name, content in entries(made).items()}
    assert held != entries(made)
    old = io.BytesIO()
    with zipfile.ZipFile(old, "w") as archive:
        for name, content in held.items():
            archive.writestr(name, content)
    return old.getvalue()


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_a_file_that_keeps_nothing_of_it_is_refreshed_by_its_words_and_gets_none(form: str) -> None:
    made = (
        presentation("汇报", of(world(), "benchmark"), "zh", version=world().version)
        if form == "pptx"
        else briefing("汇报", of(world(), "growth_q1"), "zh", world(), False)
    )
    work = refresh if form == "pptx" else refresh_written
    found = work(keeping_nothing(made), disputed(), "zh")
    assert "finding_disputed" in {one.kind for one in found.report.lines}
    assert not any(KEPT.search(one) for one in entries(found.data).values())
    assert work(found.data, disputed(), "zh").data == found.data


def test_a_finding_of_which_nothing_is_kept_is_in_doubt_by_its_own_figure_alone() -> None:
    """Not by what has come to be disputed in any other figure of the document, on which it may say nothing."""
    figures = of(world(), "growth_q1", "compare?indicator=profit&regions=hebei")
    files, name = edits.world(), "data/observations/hebei.csv"
    less = [one for one in dict(edits.rows(files))[name] if one["indicator"] != "profit"]
    now = changed(DISPUTED, files=files | {name: edits.written(less)})
    found = refresh_written(keeping_nothing(briefing("汇报", figures, "zh", world(), False)), now, "zh")
    gone = [(one.kind, one.figure) for one in found.report.lines if one.kind.startswith("finding_gone")]
    own = figures[0].frame.title
    assert {kind for kind, figure in gone if figure == own} == {"finding_gone_disputed"}
    assert {kind for kind, figure in gone if figure != own} == {"finding_gone"}


def test_a_finding_of_another_period_is_no_revision_though_its_numbers_alone_are_others() -> None:
    of_one = "compare?indicator=designated_enterprises&regions=jiangxi"
    made = briefing("汇报", of(world(), of_one), "zh", world(), False)
    found = refresh_written(made, without("jiangxi", "designated_enterprises", "2021-11"), "zh")
    told = [(one.kind, one.facts) for one in found.report.lines if one.kind in ("finding", "revised")]
    ((kind, sentences),) = told
    assert kind == "finding" and len({re.sub(r"\d+", "", one) for one in sentences}) == 1


def test_a_table_of_another_period_is_told_as_such() -> None:
    now = without("jiangxi", "value_added_growth", "2021-01/2021-03")
    (before,), (after,) = of(world(), "benchmark"), of(now, "benchmark")
    assert not {*subjects.concluded(before.frame)} <= {*subjects.about(after.drawn)}


def test_what_is_kept_can_be_read_again() -> None:
    (one,) = of(disputed(), "growth_q1")
    marks = [*subjects.marks(one, dict(enumerate(one.panels, start=1)))]
    assert [Mark.read(str(mark)) for mark in marks] == marks


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_a_number_that_was_of_another_period_is_no_revision(form: str) -> None:
    """A figure takes the newest period that its regions share, which no name in its chart says."""
    now, figures = (
        without("jiangxi", "gdp_growth", "2021"),
        of(world(), "compare?indicator=gdp_growth&regions=jiangxi,hebei"),
    )
    if form == "pptx":
        found = refresh(presentation("汇报", figures, "zh", version=world().version), now, "zh")
    else:
        found = refresh_written(briefing("汇报", figures, "zh", world(), False), now, "zh")
    kinds = {one.kind for one in found.report.lines}
    assert "number_other" in kinds and "number" not in kinds


def doubtful(region: str, indicator: str, period: str, qualifier: str) -> Tables:
    """The frozen tables with a figure that isn't exact; without a ``qualifier`` one whose scope isn't stated."""
    files, name = edits.world(), f"data/observations/{region}.csv"
    held = [*dict(edits.rows(files))[name]]
    for at, one in enumerate(held):
        if (one["indicator"], one["period"], one["status"]) == (indicator, period, "actual"):
            loose = {"qualifier": qualifier, "as_printed": f"超{one['as_printed']}"}
            held[at] = one | (loose if qualifier else {"inferred": "scope"})
    return edits.read(files | {name: edits.written(held)})


@pytest.mark.parametrize("form", ["pptx", "docx"])
@pytest.mark.parametrize(
    ("figure", "cell", "told"),
    [
        ("jian_shares", ("jian", "gdp", "2021", "over"), "吉安地区生产总值超2525.65亿元（2021年）"),
        ("growth_q1", ("hebei", "value_added_growth", "2021-01/2021-03", ""), "河北17.6%（2021年1—3月）"),
    ],
)
def test_a_number_that_is_set_apart_now_needs_her_eye_once(
    form: str, figure: str, cell: tuple[str, str, str, str], told: str
) -> None:
    """Whatever is drawn in its place, as a share of the year before; nothing of it where it wasn't drawn already."""
    made = (
        presentation("汇报", of(world(), figure), "zh", version=world().version)
        if form == "pptx"
        else briefing("汇报", of(world(), figure), "zh", world(), False)
    )
    again, now = (refresh if form == "pptx" else refresh_written), doubtful(*cell)
    found = again(made, now, "zh")
    (own,) = of(world(), figure)
    lines = [one for one in found.report.lines if one.eye and one.figure == own.frame.title]
    kinds = [one.kind for one in lines if any(told in fact for fact in one.facts)]
    assert kinds in (["set_apart"], ["unplaced"])
    assert "set_apart" not in {one.kind for one in again(found.data, now, "zh").report.lines}
