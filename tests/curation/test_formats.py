"""What cells show in number formats: as Excel in Chinese shows it, and as LibreOffice does wherever the two agree."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.curation.sheets import books, shown
from industry.curation.sheets.formats import BUILT_IN, parsed
from tests.curation import soffice, workbooks
from tests.curation.workbooks import Shown

ACCOUNTS = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("7", "0.0", "7.0"), ("7", "0.00_ ", "7.00"), ("1234567.891", "#,##0.0", "1,234,567.9"), ("0.185", "0.0%", "18.5%"),
        ("14000", "0!.0,", "1.4"), ("14000", '0\\.0,"万"', "1.4万"), ("14000", "0!.0000", "1.4000"), ("14000", '#!.####"万"', "1.4000万"),
        ("123456789", "0!.00,,", "1.23"), ("3.5", '0.0"亿"', "3.5亿"), ("3.5", "0.0亿", "3.5亿"), ("12", '"约"0"个"', "约12个"),
        ("-7.25", "0.0", "-7.3"), ("-7.25", "0.0_);(0.0)", "(7.3)"), ("-7.25", "0.0_ ;[红色]-0.0 ", "-7.3"), ("-5", "0.0;;", ""),
        ("0", ACCOUNTS, "-"), ("1234.5", ACCOUNTS, "1,234.50"), ("-0.5", ACCOUNTS, "-0.50"), ("2.6749999999999998", "0.00", "2.68"),
        ("99.96", "0.0", "100.0"), ("999.96", "#,##0.0", "1,000.0"), ("7", "#.##", "7."), ("0.5", ".00", ".50"), ("5", "000", "005"),
        ("1234567", "0.00E+00", "1.23E+06"), ("12345", '[>=10000]0.0,"千";0', "12.3千"), ("5", ";;;", ""), ("5", "@", "5"),
        ("18.399999999999999", "General", "18.4"), ("123456789012345678", "General", "123456789012346000"), ("1E-12", "General", "1E-12"),
        ("44348", 'yyyy"年"m"月"', "2021年6月"), ("44348", '[$-804]yyyy"年"m"月"d"日";@', "2021年6月1日"), ("44348", "mmm-yy", "Jun-21"),
        ("44348", "[$-F800]dddd, mmmm dd, yyyy", "2021年6月1日"), ("44348.75", "yyyy-mm-dd hh:mm:ss", "2021-06-01 18:00:00"),
        ("44348", "yyyy.mm", "2021.06"), ("44348", "yyyymm", "202106"), ("1.5", "[h]:mm", "36:00"), ("0.5", "上午/下午h:mm", "下午12:00"),
        ("1", "yyyy-mm-dd", "1900-01-01"), ("59", "yyyy-m-d", "1900-2-28"), ("61", "yyyy-m-d", "1900-3-1"),
    ],
)  # fmt: skip
def test_what_a_cell_shows(value: str, code: str, text: str) -> None:
    cell, known = shown.number(shown.exact(float(value)), code)
    assert known and cell.text == text


@pytest.mark.parametrize(
    ("value", "code"),
    [("5.5", "# ?/?"), ("5", "[DBNum1]0"), ("-5", "[<0]0.0;0"), ("60", "yyyy-m-d"), ("-1", "yyyy-m-d"), ("5", "0.0x"), ("5", '"0'),
     ("5", "0.0.0"), ("5", "0;0;0;0;0"), ("44348", "[$-411]mmmm"), ("44348", "gge"), ("5", "0" * 300), ("5", "##0.0E+0")],
)  # fmt: skip
def test_what_isnt_certain_is_neither_number_nor_day(value: str, code: str) -> None:
    cell, known = shown.number(Decimal(value), code)
    assert not known and (cell.number, cell.day) == (None, None)
    assert cell.text == f"{shown.general(Decimal(value))}⟨{code}⟩"


def test_every_format_without_a_name_of_its_own_is_known_or_told() -> None:
    unknown = {number for number, code in BUILT_IN.items() if parsed(code) is None}
    assert unknown == {12, 13, 48}  # fractions, and exponents by threes


@given(st.decimals(-(10**12), 10**12, places=4), st.integers(0, 4), st.booleans())
def test_a_plain_format_keeps_as_many_digits_as_it_has(value: Decimal, places: int, grouped: bool) -> None:
    code = ("#,##0" if grouped else "0") + ("." + "0" * places if places else "")
    cell, known = shown.number(value, code)
    assert known and len(cell.text.partition(".")[2]) == places
    rest = abs(Decimal(cell.text.replace(",", "")) - value)
    assert rest <= Decimal(1).scaleb(-places) / 2 + abs(value).scaleb(-14)
    assert not grouped or all(len(one) == 3 for one in cell.text.partition(".")[0].split(",")[1:])


@settings(max_examples=50)
@given(st.text(max_size=30), st.decimals(-(10**9), 10**9, places=3))
def test_any_text_may_stand_for_a_format(code: str, value: Decimal) -> None:
    cell, known = shown.number(value, code)
    assert known or cell.number is None
    shown.text("文", code)


@given(st.integers(61, 2_958_465))
def test_days(serial: int) -> None:
    (cell, _), (after, _) = (shown.number(Decimal(one), "yyyy-mm-dd", one_epoch) for one, one_epoch in ((serial, False), (max(serial - 1462, 0), True)))  # fmt: skip
    assert cell.day == date(1899, 12, 30) + timedelta(serial) and cell.text == cell.day.isoformat()
    assert serial < 1462 or after == cell


NUMBERS = (
    "General", "0", "0.0", "0.00", "#,##0", "#,##0.0", "0%", "0.0%", "0.00_ ", "0.0_);(0.0)", "#,##0.00_ ;[Red]-#,##0.00 ",
    '0.0"万"', "0\\.0,", "0\\.0000", '#\\.####"万"', '0.0,"千"', ACCOUNTS, "0.00E+00", "000", ".00", "0.0##", "0;;", '0.0;-0.0;"零"',
    ";;;", '"增长"0.0"%";"下降"0.0"%"', "[$¥-804]#,##0.00", "???.0", "0-0", "0 0", "# ##0",
)  # fmt: skip
DAYS = (
    'yyyy"年"m"月"',
    "yyyy/m/d",
    'm"月"d"日"',
    "yyyy.mm",
    "yyyymm",
    "mmm-yy",
    "yyyy-mm-dd hh:mm",
    "h:mm:ss",
    "yy-m",
)


@soffice.needed
def test_libreoffice_shows_the_same(tmp_path: Path) -> None:
    """But for the sign of what rounds to nothing, which it leaves out (-0.0), as Excel doesn't."""
    rng = Random(1)
    numbers = [0, 7, -7, 0.5, 18.5, 0.185, 99.96, 14000, 123456789, 2.675, 0.1 + 0.2, 1 / 3, 1e-5]
    numbers += [round(rng.uniform(-1e6, 1e6), rng.randrange(5)) for _ in range(60)]
    serials = [rng.randint(61, 60_000) + rng.choice((0, 0.25, 0.5)) for _ in range(40)]
    uneven = [
        one for one in numbers if not str(one).endswith("5")
    ]  # of a half it rounds what it multiplied in binary
    rows = [[Shown(one, code) for one in (uneven if "0%" in code else numbers)] for code in NUMBERS]
    rows += [[Shown(one, code) for one in serials] for code in DAYS]
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbooks.xlsx({"a": rows}))
    (made,) = soffice.converted([book], soffice.AS_SHOWN, tmp_path / "shown")
    theirs = list(csv.reader(io.StringIO(made.read_text("utf-8-sig"))))
    ours = books.read(book.name, book.read_bytes()).sheets[0].rows
    for asked, cells, shows in zip(rows, ours, theirs, strict=True):
        for one, cell, text in zip(asked, cells, shows, strict=False):
            nothing = cell.text.startswith("-") and not set(cell.text) & set("123456789")
            assert cell.text.removeprefix("-" if nothing else "") == text.strip().removeprefix(
                "-" if nothing else ""
            ), one


def test_numbers_in_order_are_shown_in_order() -> None:
    values = sorted(Random(2).uniform(-1e6, 1e6) for _ in range(200))
    texts = [shown.number(shown.exact(one), "#,##0.0")[0].text for one in values]
    assert all(
        Decimal(one.replace(",", "")) <= Decimal(other.replace(",", "")) for one, other in pairwise(texts)
    )
