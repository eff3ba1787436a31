"""What is worked out from a figure that is published as over, about or nearly so much: nothing of it is approved, and nothing told as wrong."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from industry import wording
from industry.tables.tables import Tables
from industry.text.proof import judge
from tests.curation import edits

SAID = {"over": "超", "about": "约", "nearly": "近", "at_least": "不低于", "under": "不足"}
FIRM = ("agrees", "agrees_rounded", "comparison_true", "derivable", "differs", "comparison_false")
SHARES = [Decimal(one) / 100 for one in (150, 250, 255, 260, 261, 265, 300, 400)]
HEAD = "2021年，江西地区生产总值"


@cache
def opened(qualifier: str) -> Tables:
    """The frozen tables with Jiangxi's GDP of 2021 opened by a word."""
    files = edits.world()
    for name, held in edits.rows(files):
        if name.endswith("/jiangxi.csv"):
            for row in held:
                if (row["indicator"], row["period"], row["status"]) == ("gdp", "2021", "actual"):
                    row |= {"qualifier": qualifier, "as_printed": SAID[qualifier] + row["as_printed"]}
            files[name] = edits.written(held)
    return edits.read(files)


@pytest.mark.parametrize("qualifier", SAID)
@pytest.mark.parametrize(
    "told",
    [
        *(f"{HEAD}占全国的{word}{share}%。" for share in SHARES for word in ("", "约", "超", "近")),
        *(f"{HEAD}比河北少{word}{by}亿元。" for by in (10771.6, 11367.2, 9000, 13000) for word in ("", "约", "超")),
        *(f"{HEAD}比上年{way}{by}亿元。" for by in (3928.2, 4012.8, 3000) for way in ("增加", "减少")),
        *(f"{HEAD}{way}河北。" for way in ("高于", "低于", "多于", "少于")),
        *(f"{HEAD}是2019年的{times}倍。" for times in ("1.2", "1.21", "1.5")),
        f"{HEAD}比2019年增长20%。", f"{HEAD}居三省末位。",
    ],
)  # fmt: skip
def test_nothing_is_firm_that_follows_from_an_open_figure(told: str, qualifier: str) -> None:
    tables = opened(qualifier)
    (found,) = [one for one in judge(told, tables, None, None) if one.text != "2019年"]
    because = [wording.because(found, tables, language) for language in ("zh", "en")]
    assert found.verdict not in FIRM, because
    assert "同一指标" not in because[0], because
