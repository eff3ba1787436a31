"""English paragraphs give the same verdicts as Chinese ones; an approval only where every word is understood. On the frozen tables."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks import english, english_changes
from benchmarks.sentences import Sentence
from industry.text.claims.english.parts import lexicon, naming, numbers
from industry.text.claims.english.parts.when import Clock, told
from industry.text.proof import Judged, judge
from tests.conftest import world

APPROVED = ("agrees", "agrees_rounded", "comparison_true")
WRITTEN = date(2021, 12, 25)
HALF = (
    "In the first half of 2021, the value added of industrial enterprises above designated size in Jiangxi "
)
MANY = 400
ASKED = re.compile(r"【([^|】]+)(?:\|(\w+))?】")


def judged(text: str, written: date | None = WRITTEN, region: str | None = "jiangxi") -> list[Judged]:
    return list(judge(text, world(), written, region))


def verdicts(text: str, written: date | None = WRITTEN, region: str | None = "jiangxi") -> list[str]:
    return [one.verdict for one in judged(text, written, region)]


def approved(one: Sentence) -> bool:
    found = judge(one.text, world(), one.written, one.owner)
    return any(each.verdict in APPROVED for each in found if each.start < one.at[1] and one.at[0] < each.end)


def test_what_is_true_is_approved() -> None:
    refused = [one.text for one in english.true(world(), MANY) if not approved(one)]
    assert len(refused) <= 0.05 * MANY, refused[:5]


def test_what_was_changed_is_never_approved() -> None:
    found = english_changes.changed(world(), MANY)
    assert not [one.text for one in found if not one.coincides and approved(one)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HALF + "grew by 18.5%.", ["agrees"]),
        (HALF + "grew by about 19 percent.", ["agrees_rounded"]),
        (HALF + "grew by more than 18 per cent year on year, ranking 8th nationwide.", ["agrees_rounded", "agrees"]),
        ("Jiangxi's industrial value added was up 18.5% in H1 2021.", ["agrees"]),
        ("In 2021, the province's GDP reached 2,983.82 billion yuan.", ["agrees"]),
        ("In 2021, the province's GDP reached RMB 2.98 trillion.", ["agrees_rounded"]),
        ("In 2021, the province's GDP reached 2.961967 trillion yuan.", ["other_edition"]),
        (HALF + "grew by 18.5%, 6 percentage points above the national average.", ["agrees", "disputed"]),
        (
            "In Q1 2021, industrial value added in Jiangxi, Hebei and Shaanxi rose by 29.4%, 17.6% and 18.9%, respectively.",
            ["agrees"] * 3,
        ),
        (
            "From January to May 2021, industrial profits in Jiangxi reached 98.2 billion yuan, up 67.3% from a year earlier.",
            ["agrees", "agrees"],
        ),
        ("In January–April 2021, Ji'an's industrial value added (规上工业增加值) rose 24.6%.", ["agrees"]),
        ("In January–April 2021, the industrial value added of Jian City rose 24.6%.", ["agrees"]),
        (
            "In Q1 2021, Jiangxi's industrial value added rose 29.4%, 11.8 percentage points faster than Hebei.",
            ["agrees", "comparison_true"],
        ),
        ("In H1 2021, industrial enterprises above designated size in Jiangxi saw an 18.5% increase in value added.", ["agrees"]),
        ("In Q1 2021, Jiangxi's industrial value added rose 29.4%, compared with 17.6% in Hebei.", ["agrees", "agrees"]),
        ("In Q1 2021, industrial value added of Jiangxi rose 29.4% and that of Hebei by 17.6%.", ["agrees", "agrees"]),
        ("By the end of 2021, Ji'an plans to have 4,700 5G base stations.", ["agrees"]),
        ("By the end of 2021, there were 4,700 5G base stations in Ji'an.", ["other_status"]),
        ("In January–May 2021, Shaanxi's industrial profits rose by a third.", ["unreadable"]),
    ],
)  # fmt: skip
def test_what_is_held(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("figure", "why"),
    [
        ("grew by 18.6%", "digits"), ("fell by 18.5%", "sign"), ("grew by 18.5 percentage points", None), ("grew by 18%", "cut"),
        ("grew by 19%", "rounded"), ("grew by over 18.5%", "qualifier"), ("grew by 18.50%", "too_precise"), ("grew by 15.8%", "digits"),
    ],
)  # fmt: skip
def test_what_differs(figure: str, why: str | None) -> None:
    (found,) = judged(HALF + figure + ".")
    assert found.verdict not in APPROVED
    assert why is None or (found.verdict, found.reason.code) == ("differs", why)


@pytest.mark.parametrize(
    "text",
    [
        HALF + "did not grow by 18.5%.",
        HALF + "could grow by 18.5%.",
        HALF + "grew by 18.5%, excluding price factors.",
        HALF + "grew by 18.5% in June.",
        HALF + "grew 18.5% from 2019.",
        HALF + "rose to 18.5%.",
        HALF + "grew by 18.5% month on month.",
        HALF + "and Hebei grew by 18.5%.",
        "Excluding automobiles, the value added of industrial enterprises above designated size rose 18.5% in H1 2021.",
        "In the first half of 2021, Shanxi's industrial value added rose 18.5%.",
        "In the first half of 2021, Nanchang's industrial value added rose 18.5%.",
        "In the first half of 2021, Hebei's industrial value added rose 18.5%.",
        "In the second half of 2021, Jiangxi's industrial value added rose 18.5%.",
        "In Q2 2021, Jiangxi's industrial value added rose 18.5%.",
        "So far this year, Jiangxi's industrial value added has grown 18.5%.",
        "Jiangxi's industrial value added grew by 18.5%.",
        "In the first half of 2021, Jiangxi's private industrial value added rose 18.5%.",
        "In the first half of 2021, value added of all industry in Jiangxi rose 18.5%.",
        "In the first half of 2021, Jiangxi's industrial electricity use rose 18.5%.",
        "In the first half of 2021, Jiangxi's industry and services grew by 18.5%.",
        "In the first half of 2021, two-year average growth of Jiangxi's industrial value added was 18.5%.",
        "In the first half of 2021, Jiangxi's industrial value added grew by 18.5% a year.",
        "In the first half of 2021, the average industrial value added of Jiangxi's cities rose 18.5%.",
        "In the first half of 2021, Jiangxi is expected to see growth of 18.5% in industrial value added.",
        "Jiangxi aims for industrial value added growth of 18.5% in the first half of 2021.",
        "In January-May 2021, total profits of industrial enterprises above designated size in Jiangxi reached 98.2 million yuan.",
        "In January-May 2021, total profits of industrial enterprises above designated size in Jiangxi reached 98.2 billion.",
        "In January-May 2021, total profits of industrial enterprises above designated size in Jiangxi reached US$98.2 billion.",
        "In January-May 2021, total profits of industrial enterprises above designated size in Jiangxi exceeded 98.2 billion yuan.",
        "In January-May 2021, total profits of industrial enterprises above designated size in Jiangxi rose by 98.2 billion yuan.",
        "In January-May 2021, losses of industrial enterprises above designated size in Jiangxi reached 98.2 billion yuan.",
        "In the first quarter of 2021, industrial value added in Hebei and Jiangxi rose by 29.4% and 17.6% respectively.",
        "In the first quarter of 2021, industrial value added in Jiangxi and Hebei rose by 29.4% and 17.6%.",
        "In the first quarter of 2021, Hebei's industrial growth was 11.8 percentage points higher than Jiangxi's.",
        "In the first quarter of 2021, Jiangxi's industrial growth was 11.8% higher than Hebei's.",
        "By the end of 2020, Jiangxi had 13,710 industrial enterprises.",
        "By the end of 2020, Jiangxi had added 13,710 industrial enterprises above designated size.",
        "By the end of 2020, 13,710 of Jiangxi's industrial enterprises above designated size were profitable.",
        "In 2021, the combined GDP of Jiangxi and Hebei reached 2,983.82 billion yuan.",
        "In 2021, Jiangxi's GDP reached 2,983.82 billion yuan (purchasing power parity).",
        "In 2021, Jiangxi's GDP reached 2,983.82 billion yuan, according to the forecast.",
        "In 2021 Jiangxi's GDP was to grow 8.9%.",
        "In 2021, GDP grew 8.9% in urban Jiangxi.",
        "In H1 2021, Jiangxi's industrial value added ranked 8th nationwide.",
        "In H1 2021, industrial enterprises above designated size in Jiangxi saw an 18.5% increase in exports.",
        "In 2020, the economy was stable.\nIndustrial value added in Jiangxi rose 4.6%.",
    ],
)  # fmt: skip
def test_what_is_never_approved(text: str) -> None:
    found = judged(text)
    assert found and not [one for one in found if one.verdict in APPROVED], found


def asked(name: str) -> Iterator[tuple[str, date, str]]:
    """The lines of a file beside this one, with the date and the owner that a line with # gives them."""
    written, owner = WRITTEN, "jiangxi"
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("# "):
            day, owner = line[2:].split()
            written = date.fromisoformat(day)
        else:
            yield line, written, owner


def marked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A line without its marks (¶ is the end of a paragraph), and what each mark asks: from where to where, which verdict."""
    text, marks, at = "", [], 0
    for one in ASKED.finditer(line):
        text += line[at : one.start()]
        marks.append((len(text), len(text) + len(one[1]), one[2] or ""))
        text, at = text + one[1], one.end()
    return (text + line[at:]).replace("¶", "\n"), marks


def verdict(text: str, mark: tuple[int, int, str], written: date, owner: str) -> str:
    found = [one for one in judge(text, world(), written, owner) if one.start < mark[1] and mark[0] < one.end]
    return found[0].verdict if found else "none"


@pytest.mark.parametrize(("line", "written", "owner"), list(asked("english_sentences.txt")))
def test_sentences_of_notes(line: str, written: date, owner: str) -> None:
    text, marks = marked(line)
    assert marks and [verdict(text, mark, written, owner) for mark in marks] == [mark[2] for mark in marks]


@pytest.mark.parametrize(("line", "written", "owner"), list(asked("english_never.txt")))
def test_numbers_of_notes_that_are_never_approved(line: str, written: date, owner: str) -> None:
    text, marks = marked(line)
    found = [verdict(text, mark, written, owner) for mark in marks]
    assert found and not {*found} & {*APPROVED}


def test_what_hangs_on_date_and_owner_is_never_approved_without() -> None:
    assert verdicts("In the first half of this year, Jiangxi's industrial value added rose 18.5%.", None) == [
        "to_confirm"
    ]
    assert verdicts("In H1 2021, the province's industrial value added rose 18.5%.", WRITTEN, None) == [
        "to_confirm"
    ]
    assert verdicts("In H1 2021, Jiangxi's industrial value added rose 18.5%.", None, None) == ["agrees"]


def test_periods_are_carried_on_within_a_paragraph() -> None:
    text = "In the first quarter of 2021, the economy recovered. Jiangxi's industrial value added rose 29.4%."
    assert verdicts(text) == ["agrees"]
    text = "In 2021, GDP was 2,983.82 billion yuan, compared with 2,582.54 billion yuan in 2020. GDP was 2,983.82 billion yuan."
    assert verdicts(text)[0] == verdicts(text)[-1] == "agrees"


def test_paragraphs_of_both_languages_are_read_each_in_its_own() -> None:
    text = (
        "一、概况\n2021年上半年，全省规上工业增加值增长18.5%。\n"
        + HALF
        + "grew by 18.5%.\n2021年一季度，增长29.4%。"
    )
    chinese = "一、概况\n2021年上半年，全省规上工业增加值增长18.5%。"
    found = judged(text)
    assert found[0] == judged(chinese)[0]
    assert [one.verdict for one in found[:2]] == ["agrees", "agrees"]
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "July 25, 2021. Tel: 0791-8888888. See section 3.2 and Table 4.",
        "5G, Industry 4.0, Made in China 2025, the 14th Five-Year Plan and the Top 500 firms were discussed at 10:30 a.m.",
        "The second meeting was held on 3 March 2021 for two days.",
        "2.1 Overview of industry",
    ],
)
def test_what_is_no_number_to_judge(text: str) -> None:
    assert verdicts(text) == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("18.5 per cent", "18.5%"), ("nearly 19%", "近19%"), ("98.2 billion yuan", "0.0982万亿元"), ("rmb 1.27 trillion", "1.27万亿元"),
        ("¥982 million", "9.82亿元"), ("14,000", "1.4万"), ("14,369", "14369"), ("twenty-three", "23"), ("eighth", "第8位"), ("no. 8", "第8位"),
        ("5–10%", "5-10%"), ("between 5% and 10%", "5-10%"), ("at least 8%", "至少8%"), ("8 percent or more", "8%以上"), ("2.6 percentage points", "2.6个百分点"),
        ("1.4 times", "1.4倍"), ("a third", "?"), ("doubled", "翻番"),
    ],
)  # fmt: skip
def test_figures_are_said_as_chinese_prints(said: str, expected: str) -> None:
    found = numbers.figure(lexicon.even(said), 0)
    assert found is not None and found.print == expected and found.stop == len(said)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("in the first half of 2021", "2021-01/2021-06"), ("January–June 2021", "2021-01/2021-06"), ("Jan-Jun", "2021-01/2021-06"),
        ("H1 2021", "2021-01/2021-06"), ("Q3 2021", "2021-07/2021-09"), ("first three quarters", "2021-01/2021-09"), ("2016–2020", "2016/2020"),
        ("the 13th Five-Year Plan period", "2016/2020"), ("last year", "2020"), ("in the first five months of 2021", "2021-01/2021-05"),
    ],
)  # fmt: skip
def test_periods(said: str, expected: str) -> None:
    found = told(lexicon.even(said), 0, said, Clock(WRITTEN))
    assert found is not None and found.when is not None
    period, sure = found.when.period("flow")
    assert (str(period), sure) == (expected, True)


def test_every_name_of_an_indicator_in_the_tables_is_known() -> None:
    tables = world()
    known = {id for ids in naming.names(tables).bags.values() for id in ids}
    assert known == set(tables.catalogue.indicators)


def test_no_text_makes_it_fail() -> None:
    chance = random.Random(5)
    parts = (
        HALF + "grew by 18.5%, 6 points above the national average. No. 8 of 2021-05 (up 3.2%) RMB bn"
    ).split()
    parts += [
        "\u202e",
        "\u200b",
        "\ud800",
        "\x00",
        "Ⅻ",
        "１８．５％",
        "“",
        "’",
        "..",
        "%",
        "-5%",
        "1,2,3",
        "(((",
        "May",
        "18,5",
        "1" * 30,
    ]
    for _ in range(150):
        text = " ".join(chance.choice(parts) for _ in range(chance.randrange(3, 60)))
        assert all(text[one.start : one.end] == one.text for one in judged(text))
