"""Proposed rows, read back from what Excel and WPS make of their file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.curation import proposed
from industry.curation.proposed import BESIDE, Proposed, parsed, written
from industry.curation.refusal import Place, Refusal
from industry.vocabulary import fields
from tests.curation import workbooks
from tests.curation.made import FIRMS, firms, held, made, row

Lines = list[list[str]]
ROWS = (
    row(),
    row("china", accepted=False, value="-7.1", as_printed="同比下降7.1%"),
    firms(note_zh="口径：规模以上；“新”", note_en='the "new" ones, all'),
    replace(row(as_printed="-7.1%"), told={"passage": "=合计，一行；\n又一行", "doubted": "period status"}),
)


def lines(data: bytes) -> Lines:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def saved(rows: Lines, separator: str = ",", encoding: str = "utf-8-sig", end: str = "\r\n") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def same(found: Sequence[Proposed], meant: Sequence[Proposed]) -> None:
    """The rows, but for where they stand and what surrounds a cell."""
    for one, other in zip(found, meant, strict=True):
        assert (one.region, one.accepted, one.replaces) == (other.region, other.accepted, other.replaces)
        assert dict(one.cells) == {name: cell.strip() for name, cell in other.cells.items() if cell}
        told = {name: text.strip() for name, text in other.told.items() if text.strip()}
        assert {name: " ".join(text.split()) for name, text in one.told.items()} == {
            name: " ".join(text.split()) for name, text in told.items()
        }


FORMS = [
    (",", "utf-8-sig"), (",", "utf-8"), (",", "gb18030"), ("\t", "utf-16"), (";", "utf-8-sig"), (";", "gb18030"), ("\t", "gb18030"),
]  # fmt: skip


@pytest.mark.parametrize(("separator", "encoding"), FORMS)
def test_any_encoding_and_separator(separator: str, encoding: str) -> None:
    found = parsed("p.csv", saved(lines(written(ROWS)), separator, encoding))
    same(found, ROWS)
    assert [one.at for one in found] == [Place("p.csv", line) for line in range(2, 6)]


def test_columns_in_any_order_others_among_them_optional_ones_gone() -> None:
    table = lines(written(ROWS))
    names = table[0]
    kept = [at for at, name in enumerate(names) if name not in ("candidates", "edition", "value_to", "was")]
    Random(3).shuffle(kept)
    changed = [
        [line[at] for at in kept] + [extra] for line, extra in zip(table, ["备注", *"1234"], strict=True)
    ]
    changed[0] = [f" {name.upper()} " for name in changed[0]]
    same(parsed("p.csv", saved([*changed, [""] * 9, []])), ROWS)


def test_a_workbook() -> None:
    data = workbooks.xlsx({"待录": lines(written(ROWS)), "说明": [["请填 accept"]]})
    found = parsed("p.xlsx", data)
    same(found, ROWS)
    assert found[0].at == Place("p.xlsx 待录", 2)


@pytest.mark.parametrize("told", ["yes", "Yes ", "是", "y", "1", "√", "✓", "ＹＥＳ", "TRUE"])
def test_accepted(told: str) -> None:
    assert _accept(told) is True


@pytest.mark.parametrize("told", ["", "no", "否", "0", "×", " "])
def test_not_accepted(told: str) -> None:
    assert _accept(told) is False


@pytest.mark.parametrize("told", ["?", "也许", "yes?", "2", "-", "不确定"])
def test_what_may_mean_either_is_asked(told: str) -> None:
    with pytest.raises(Refusal) as refused:
        _accept(told)
    (_, sentence) = refused.value.told("zh")
    assert sentence == f"p.csv 第2行 accept列：“{told}”读不懂；采用的填 yes 或“是”，不采用的留空。"
    assert list(refused.value.told("en"))[1].startswith(f"p.csv, line 2, column accept: “{told}” is not")


def _accept(told: str) -> bool:
    table = lines(written(ROWS[:1]))
    table[1][table[0].index("accept")] = told
    return parsed("p.csv", saved(table))[0].accepted


def without(name: str) -> bytes:
    table = lines(written(ROWS))
    at = table[0].index(name)
    return saved([[cell for place, cell in enumerate(line) if place != at] for line in table])


@pytest.mark.parametrize(
    ("data", "key", "sentences"),
    [
        (b"", "no_proposal", 0),
        (b"a,b\n1,2\n", "no_proposal", 0),
        (b"\xff\xfe\x00", "proposal_damaged", 0),
        (b"\x81", "proposal_damaged", 0),
        (b"a\0b", "proposal_damaged", 0),
        (written(ROWS) + b'"', "proposal_damaged", 0),
        (b"PK\x03\x04 broken", "proposal_wrong", 1),
        (without("value"), "proposal_wrong", 1),
        (without("region"), "proposal_wrong", 1),
        (written(ROWS).replace(b",name,", b",value,"), "proposal_wrong", 1),
        (written(ROWS) + b"," * 40 + b"x\r\n" + b"," * 41 + b"y\r\n", "proposal_wrong", 2),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(data: bytes, key: str, sentences: int) -> None:
    with pytest.raises(Refusal) as refused:
        parsed("p.csv", data)
    assert (refused.value.key, len(refused.value.wrong)) == (key, sentences)
    for language in ("zh", "en"):
        assert all("{" not in line for line in refused.value.told(language))


CELL = st.text(
    st.characters(codec="gb18030", exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]), max_size=8
)


@given(
    st.lists(
        st.tuples(st.dictionaries(st.sampled_from([*fields.COLUMN]), CELL), st.booleans(), CELL),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(FORMS),
)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_whatever_cells_say_comes_back(
    made_up: list[tuple[dict[str, str], bool, str]], form: tuple[str, str]
) -> None:
    rows = [
        Proposed("jiangxi", _bare(cells), yes, told=_bare({"passage": passage}))
        for cells, yes, passage in made_up
    ]
    same(parsed("p.csv", saved(lines(written(rows)), *form)), rows)


def _bare(cells: dict[str, str]) -> dict[str, str]:
    """As tables have them: no apostrophe at their head and no spaces around."""
    return {name: cell.strip().lstrip("'").strip() for name, cell in cells.items()}


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.just(b"").flatmap(
        lambda _: st.tuples(st.integers(0, 600), st.binary(max_size=3)).map(
            lambda cut: written(ROWS)[: cut[0]] + cut[1] + written(ROWS)[cut[0] :]
        )
    )
)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_any_bytes_are_rows_or_sentences(data: bytes) -> None:
    try:
        found = parsed("p.csv", data)
    except Refusal as refused:
        assert all(list(refused.told(language)) for language in ("zh", "en"))
    else:
        assert all(isinstance(one, Proposed) for one in found)


def test_what_it_replaces_is_told_as_it_stands(tmp_path: Path) -> None:
    tables = held(made(tmp_path / "project"))
    differs = replace(row(), told={"held": f"differs: {FIRMS} (value)"})
    one, other, none, gone = proposed.against([firms(), differs, row(), row(replaces="nothing")], tables)
    assert (
        one.told["was"]
        == other.told["was"]
        == (
            "indicator=enterprises | period=2020-12 | value=14000 | status=actual | inferred=scope | source=meeting | paragraph=9"
            " | as_printed=1.4万家 | note_zh=口径未注明 | note_en=The scope is not printed."
        )
    )
    assert "was" not in none.told and "was" not in gone.told
    assert BESIDE[-1] == "was"
