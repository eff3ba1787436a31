"""What is said of a draft's numbers: every verdict and reason in both languages, the sum with what wasn't checked first."""

from __future__ import annotations

import re
from datetime import date

import pytest

from industry import wording
from industry.text.proof import judge
from industry.text.proof.verdict import Judged
from industry.wording.texts import proofs
from industry.wording.words import words
from tests.conftest import world

WRITTEN = date(2021, 12, 25)
HALF = "2021年上半年，全省规上工业增加值增长"


def said(text: str, language: str = "zh", written: date | None = WRITTEN) -> list[str]:
    found = judge(text, world(), written, "jiangxi")
    return [
        f"{wording.verdict(one.verdict, language)} {wording.because(one, world(), language)}" for one in found
    ]


def tabled() -> set[tuple[str, str]]:
    """Verdict and code of every line of the table in the docstring of what is judged."""
    lines = re.findall(r"^ *\| ([a-z_, ]+) \| ([a-z_, ]+) \|", Judged.__doc__ or "", re.MULTILINE)
    return {
        (one, code) for verdicts, codes in lines for one in verdicts.split(", ") for code in codes.split(", ")
    }


def test_every_reason_has_its_sentence() -> None:
    found = tabled() - {("verdict", "code")}
    assert len(found) > 30
    for verdict, code in found:
        assert f"verdict_{verdict}" in words("proofs")
        if code == "difference":
            assert all(f"because_{one}" in words("proofs") for one in ("higher", "lower", "level"))
            continue
        if code == "falls":
            assert all(f"because_falls_{one}" in words("proofs") for one in ("larger", "smaller"))
            continue
        renamed = {
            ("cannot_compare", code): f"cannot_{code}",
            ("differs", "rounded"): "rounded_rate",
            ("derivable", "computed"): "derivable",
        }
        assert f"because_{renamed.get((verdict, code), code)}" in words("proofs"), (verdict, code)


def test_the_sum_names_every_verdict_once() -> None:
    assert sorted(f"verdict_{one}" for one in proofs.ORDER) == sorted(
        key for key in words("proofs") if key.startswith("verdict_")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HALF + "18.5%。", ["相符 江西规模以上工业增加值增速，2021年1—6月"]),
        ("2021年，全省生产总值29838.2亿元。", ["相符 江西地区生产总值，2021年，第五次经济普查修订值"]),
        (
            "2021年，吉安5G基站预计达到4700个。",
            ["数据类型不同 表中4700个是“目标”，稿中作“预计”：吉安5G基站累计数，2021年末，目标"],
        ),
        (HALF + "约19%。", ["约整后相符 江西规模以上工业增加值增速，2021年1—6月，公布为18.5%"]),
        (HALF + "18%。", ["不符 尾数被截去，表中为18.5%：江西规模以上工业增加值增速，2021年1—6月"]),
        (
            HALF + "19%。",
            ["不符 增速、比重取整须加“约”，表中为18.5%：江西规模以上工业增加值增速，2021年1—6月"],
        ),
        (
            "2021年，全省生产总值占全国的2.54%。",
            [
                "可推得 江西地区生产总值占全国的比重，2021年，第五次经济普查修订值，可由公布数推得（江西地区生产总值 ÷ 全国地区生产总值 × 100）"
            ],
        ),
        ("2021年一季度，江西规上工业增加值增速比全国高4.9%。", ["不符 单位应为百分点"]),
        (
            "2020年一季度，江西规上工业增加值降幅比全国小2.3个百分点。",
            ["比较相符 江西2020年1—3月：−6.1%，全国2020年1—3月：−8.4%，降幅前者小2.3个百分点"],
        ),
        (HALF + "18.5个百分点。", ["不符 单位应为%，表中为18.5%：江西规模以上工业增加值增速，2021年1—6月"]),
        (
            "同期河北规上工业增加值增长4.8%。",
            ["待确认 可能是“河北规模以上工业增加值增速，2021年1—10月”，表中为4.8%；是否同一期间，请确认"],
        ),
        (
            "2021年上半年，河北规上工业增加值增长4.8%。",
            ["期间不同 表中4.8%是2021年1—10月的，稿中为2021年1—6月：规模以上工业增加值增速"],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_a_dispute_says_what_the_published_figures_make() -> None:
    told = said(HALF + "18.5%，比全国高6个百分点。")[1]
    assert told.startswith("存疑 ") and "2.6个百分点" in told


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_comparison_names_both_ends(language: str) -> None:
    text = "2021年1—3月，江西规上工业增加值增长29.4%，河北增长17.6%，江西快12.8个百分点。"
    told = said(text, language)[2]
    assert "29.4%" in told and "17.6%" in told and "11.8" in told


def test_the_sum_begins_with_what_was_not_checked() -> None:
    found = judge(HALF + "18.5%，新增就业12.6万人。", world(), WRITTEN, "jiangxi")
    assert wording.summary(found, "zh") == "未收录1，相符1。"
    assert wording.summary(found, "en") == "Not in the tables: 1, Agrees: 1."
    assert wording.summary((), "zh") == "稿中没有需要核对的数字。"
