"""The files as they would be: only the lines concerned change."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry import project
from industry.curation.candidate import MAPPINGS, built, candidate, lost, whole_tables
from industry.curation.proposed import Proposed, cells_told
from industry.curation.refusal import Place, Refusal
from industry.curation.table_text import TableText
from industry.tables import csv_cells
from industry.tables.store import contents
from industry.vocabulary import fields
from tests.conftest import WORLD, world
from tests.curation.made import CHINA, FIRMS, JIANGXI, SOURCE, SOURCES, differing, firms, row
from tests.tables.fault_tables import base


def test_nothing_accepted_changes_nothing() -> None:
    now = base()
    assert candidate(now, []) == now
    assert candidate(now, [row(accepted=False)]) == now


def test_a_new_row_stands_behind_the_last_of_its_indicator() -> None:
    then = candidate(
        base(),
        [row(), row(indicator="meetings", value="8", as_printed="8次"), row(value="17.2", source="other")],
    )
    lines = then[JIANGXI].decode().splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == [
        "value_added_growth", "value_added_growth", "value_added_growth", "enterprises", "enterprises", "meetings", "meetings",
    ]  # fmt: skip
    assert lines[2] == "value_added_growth,2021-01/2021-09,17.3,,,actual,,,bureau_later,,17.3%,,"
    assert differing(base(), then) == [JIANGXI]


def test_of_an_indicator_that_the_table_lacks_at_its_end_each_indicator_together() -> None:
    rows = [row(indicator=name, period=when) for name, when in (("a", "2021"), ("b", "2021"), ("a", "2022"))]
    lines = candidate(base(), rows)[JIANGXI].decode().splitlines()
    assert [line[:6] for line in lines[-3:]] == ["a,2021", "a,2022", "b,2021"]


def test_a_row_takes_the_place_of_another() -> None:
    now, then = base(), candidate(base(), [firms()])
    before, after = now[JIANGXI].splitlines(), then[JIANGXI].splitlines()
    assert [at for at, pair in enumerate(zip(before, after, strict=True)) if len(set(pair)) > 1] == [2]
    assert after[2].decode() == "enterprises,2020-12,13710,,,actual,,,meeting,9,13710家,,"


def test_of_another_region_it_goes_to_that_table() -> None:
    then = candidate(base(), [replace(firms(), region="china")])
    assert FIRMS.split(":")[1].encode() in then[CHINA].splitlines()[-1]
    assert len(then[JIANGXI].splitlines()) == len(base()[JIANGXI].splitlines()) - 1


def test_a_column_that_the_table_lacks_is_named_for_the_rows_that_need_it() -> None:
    then = candidate(base(), [row(occurrence="2", by_hand="yes")])[JIANGXI]
    header, *lines = then.decode().splitlines()
    assert header.endswith(",note_en,occurrence,by_hand")
    assert [line for line in lines if not line.startswith("value_added_growth,2021-01/2021-09")] == [
        f"{line},," for line in base()[JIANGXI].decode().splitlines()[1:]
    ]
    assert lines[1].endswith(",17.3%,,,2,yes")


def test_a_region_without_a_table_gets_one() -> None:
    del (files := base())[JIANGXI]
    then = candidate(files, [row()])
    assert then[JIANGXI].decode().splitlines()[0] == ",".join(fields.COLUMN)
    assert csv_cells.table(JIANGXI, then[JIANGXI])[1] == []


def test_mappings_take_the_place_of_those_that_are_kept() -> None:
    assert candidate(base(), [], mappings=b"a: b\n")[MAPPINGS] == b"a: b\n"


@pytest.mark.parametrize(
    "given",
    [
        SOURCE, SOURCE.replace("\n", "\r\n"), "\ufeff" + SOURCE, f"---\n\n{SOURCE}\n\n", f"# 新出处\n{SOURCE}",
        "".join(f"  {line}\n" for line in SOURCE.splitlines()), SOURCE.replace("- id", "  id").replace("\n  ", "\n").strip(" "),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_sources_go_behind_those_that_are_there(given: str, encoding: str) -> None:
    now = base()
    found = built(now, [row()], [("new.yaml", given.encode(encoding))])
    assert found.files[SOURCES].startswith(now[SOURCES])
    tables, faults = project.read(found.files)
    assert tables is not None, faults
    assert tables.catalogue.sources["bureau_later"].title.zh == "前三季度工业生产"
    assert {origin.file for (file, _), origin in found.origins.items() if file == SOURCES} == {"new.yaml"}


@pytest.mark.parametrize(
    "given",
    ["", "title: [", "5", "- a\n- b\n  c: d", "  producer: x\n", "[{id: a}]", "- id: a\n---\n- id: b"],
)
def test_what_is_no_list_of_sources_is_refused(given: str) -> None:
    try:
        found = built(base(), [], [("new.yaml", given.encode())])
    except Refusal as refused:
        assert refused.key in ("sources_form", "sources_faulty")
    else:  # a list: what is wrong with its records the reader says
        assert found.files[SOURCES].startswith(base()[SOURCES])
        assert project.read(found.files)[0] is None


def test_a_fault_of_a_source_is_told_on_its_own_line() -> None:
    data = f"# 说明\n{SOURCE.replace('confidence: A', 'confidence: D')}".encode()
    found = built(base(), [row()], [("new.yaml", data)])
    (fault,) = project.read(found.files)[1]
    assert found.origins[fault.file, fault.line or 0] == Place("new.yaml", 8)


@pytest.mark.parametrize("region", ["", "nowhere", "../x", "jiangxi/..", "江西"])
def test_a_row_of_no_region_is_refused(region: str) -> None:
    with pytest.raises(Refusal) as refused:
        candidate(base(), [row(region)])
    assert refused.value.wrong[0].column == "region"


def test_a_row_that_replaces_what_is_gone_or_another_or_twice_is_refused() -> None:
    changed = replace(firms(), told={"was": "indicator=enterprises | value=9"})
    with pytest.raises(Refusal) as refused:
        candidate(base(), [row(replaces="nothing"), changed, firms(), firms()])
    assert [one.key for one in refused.value.wrong] == ["replaces_gone", "replaces_changed", "replaces_twice"]
    tables, _ = project.read(base())
    assert tables is not None
    right = replace(firms(), told={"was": cells_told(tables, FIRMS)})
    assert candidate(base(), [right]) == candidate(base(), [firms()])


def test_whole_tables_of_some_regions_and_of_a_project() -> None:
    now = base()
    table = candidate(now, [row()])[JIANGXI]
    assert whole_tables(now, {JIANGXI: table}).files == now | {JIANGXI: table}
    assert whole_tables(now | {MAPPINGS: b"a"}, now).files == now
    assert lost(now, now | {JIANGXI: table}) == []
    fewer = b"".join(now[JIANGXI].splitlines(keepends=True)[:-1])
    assert [one.facts[:2] for one in lost(now, now | {JIANGXI: fewer})] == [(JIANGXI, "5")]
    changed = now[SOURCES].replace(b"A meeting", b"Another")
    assert [one.facts[0] for one in lost(now, now | {SOURCES: changed})] == [SOURCES]
    assert [one.facts[0] for one in lost(now, {})] == [*now]


MARKS = ["\ufeff", ""]
ENDS = ["\n", "\r\n", "\r"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[bytes, list[list[str]], str]:
    """A table's bytes in any form in which it may lie there, its rows, the end of its lines."""
    width = len(fields.COLUMN)
    names = draw(st.permutations([*fields.COLUMN][: draw(st.integers(6, width))]))
    if "indicator" not in names:
        names = ["indicator", *names]
    cell = st.text(st.sampled_from('ab,;"\n é增‘ '), max_size=4)
    rows = draw(st.lists(st.lists(cell, min_size=len(names), max_size=len(names)), max_size=6))
    for line in rows:
        line[names.index("indicator")] = draw(st.sampled_from(["x", "y", "z"]))
    blank = draw(st.integers(0, 2))  # empty cells behind all
    end = draw(st.sampled_from(ENDS))
    quoting: Literal[0, 1] = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    written = [quoted([*names, *[""] * blank], quoting)]
    for line in rows:
        written.append(quoted([*line, *[""] * draw(st.integers(0, blank))], quoting))
        if draw(st.integers(0, 4)) == 0:
            written.append("")
    text = draw(st.sampled_from(MARKS)) + end.join([*written, ""])
    if draw(st.booleans()):
        text = text.removesuffix(end)
    return text.encode(), [[*names], *rows], end


def quoted(line: list[str], quoting: Literal[0, 1]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n", quoting=quoting).writerow(line)
    return out.getvalue().removesuffix("\r\n")


CELLS = st.dictionaries(
    st.sampled_from([*fields.COLUMN]),
    st.text(st.sampled_from('ab,"\né增'), min_size=1, max_size=3).map(str.strip),
).map(lambda cells: {**cells, "indicator": "y" if len(cells) % 2 else "new"})


@given(tables(), st.lists(CELLS, max_size=3), st.data())
@settings(max_examples=250, deadline=None, derandomize=True, database=None)
def test_all_other_rows_stay_as_they_are(
    table: tuple[bytes, list[list[str]], str], new: list[dict[str, str]], data: st.DataObject
) -> None:
    raw, (names, *rows), _ = table
    numbers = lines_of(raw)
    replaced = {
        numbers[at]: cells
        for at, cells in data.draw(st.dictionaries(st.integers(0, 9), CELLS, max_size=2)).items()
        if at < len(rows)
    }
    after, placed, moved = TableText(raw).edited(new, replaced)
    if not new and not replaced:
        assert after == raw
    read = list(csv.reader(io.StringIO(after.decode("utf-8-sig"), newline="")))
    header = [cell for cell in read[0] if cell]
    assert header[: len(names)] == names
    needed = {name for cells in (*new, *replaced.values()) for name, cell in cells.items() if cell}
    assert set(header) == {*names} | needed
    for place, cells in enumerate(new):
        assert found(header, read[placed[place] - 1]) == {name: cell for name, cell in cells.items() if cell}
    for number, cells in replaced.items():
        assert found(header, read[moved[number] - 1]) == {name: cell for name, cell in cells.items() if cell}
    own = {number - 1 for number in (*placed.values(), *moved.values())}
    kept = [line for at, line in enumerate(read) if at not in own and at and any(line)]
    old = [line for at, line in zip(numbers, rows, strict=True) if at not in replaced]
    assert [line[: len(names)] for line in kept] == old
    assert all(len(line) >= len(header) for line in read if any(line))
    if needed <= {*names}:  # then byte for byte
        rest = after
        for number in sorted(own, reverse=True):
            rest = cut(rest, number)
        expected = raw
        for number in sorted((number - 1 for number in replaced), reverse=True):
            expected = cut(expected, number)
        assert rest.rstrip(b"\r\n") == expected.rstrip(b"\r\n")
    assert after.startswith(b"\xef\xbb\xbf") == raw.startswith(b"\xef\xbb\xbf")


def found(names: list[str], line: list[str]) -> Mapping[str, str]:
    return {name: cell for name, cell in zip(names, line, strict=False) if cell}


def lines_of(raw: bytes) -> list[int]:
    """The numbers of the lines that hold rows."""
    read = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))
    return [number for number, line in enumerate(read, start=1) if line and number > 1]


def cut(raw: bytes, at: int) -> bytes:
    """Without a line, by its place from 0: found as the reader of CSV counts them."""
    text = raw.decode()
    stream = io.StringIO(text, newline="")
    pieces: list[str] = []

    def lines() -> Iterator[str]:
        for piece in stream:
            pieces.append(piece)
            yield piece

    count = -1
    ends = [0]
    reader = csv.reader(lines())
    for _ in reader:
        count += 1
        ends.append(sum(map(len, pieces)))
    return (text[: ends[at]] + text[ends[at + 1] :]).encode()


def test_rows_adopted_are_found_again_with_the_cells_they_had() -> None:
    """Rows taken from the frozen tables and proposed anew, and others put in the place of rows: all of them are there after."""
    chance, known, files = Random(7), world(), contents(WORLD)
    for _ in range(12):
        rows = chance.sample(known.rows(), 6)
        fewer, again = dict(files), []
        by_table: dict[str, list[int]] = {}
        for one in rows[:3]:
            by_table.setdefault(known.file(one.id), []).append(known.line(one.id))
            again.append(Proposed(one.region.id, known.cells(one.id), True))
        for name, numbers in by_table.items():
            fewer[name] = TableText(files[name]).edited([], {}, numbers)[0]
        before, _ = project.read(fewer)
        notes = [
            Proposed(one.region.id, known.cells(one.id) | {"note_zh": "改过"}, True, one.id)
            for one in rows[3:]
            if before is not None and before.cells(one.id) == known.cells(one.id)
        ] if before is not None else []  # fmt: skip
        after, faults = project.read(candidate(fewer, [*again, *notes]))
        assert after is not None, faults
        there = [tuple(sorted(after.cells(one.id).items())) for one in after.rows()]
        for one in (*again, *notes):
            assert tuple(sorted(({name: "" for name in fields.COLUMN} | dict(one.cells)).items())) in there
        assert len(after.rows()) == len(known.rows())
