"""Proposed rows: documents of nobody beside what a curator would enter of them, and that the tables take what is proposed."""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from industry import project
from industry.curation.documents import proposed as proposed_row
from industry.tables.tables import Tables
from industry.text.document import Document
from industry.text.proposals.held import held
from industry.text.proposals.proposal import Proposal
from industry.text.proposals.proposing import propose
from industry.vocabulary import fields
from industry.vocabulary.observation import Observation
from tests.conftest import WORLD

DOCUMENTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "documents" / "proposals.yaml").read_text("utf-8")
)
LEAST = {"region": 0.97, "value": 0.98, "unit": 0.97, "qualifier": 0.97, "status": 0.97, "period": 0.85}
"""The share of right cells of these documents, at least; the tables of the tests have no aliases."""
NEEDS_A_PERSON = {"duplicate_row", "contradictory_row", "joint_months", "period_ahead"}
"""Faults that only somebody who reads can settle: the document says two things of one, or dates it past itself."""
OF_A_DOUBTED_PRINT = {
    "unreadable_print",
    "value_differs",
    "qualifier_differs",
    "value_to_differs",
    "empty_cell",
}
"""Faults of a row whose print is doubted, which its line says."""


def read(
    text: str, tables: Tables, day: str | None = "2021-07-25", region: str | None = "jiangxi"
) -> tuple[Proposal, ...]:
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    return propose(Document("a.txt", lines), tables, date.fromisoformat(day) if day else None, region)


def only(
    text: str, tables: Tables, day: str | None = "2021-07-25", region: str | None = "jiangxi"
) -> Proposal:
    (one,) = read(text, tables, day, region)
    return one


def test_documents_are_proposed_as_a_curator_would_enter_them(tables: Tables) -> None:
    right: Counter[str] = Counter()
    rows = filled = good = 0
    for told in DOCUMENTS:
        found = list(read(told["text"], tables, str(told["date"]), told["region"]))
        for printed, indicator, period, value, unit, status, qualifier in told["rows"]:
            at = next(
                at for at, one in enumerate(found) if one.as_printed in printed or printed in one.as_printed
            )
            one = found[at]
            found = found[at + 1 :]
            rows += 1
            right["region"] += one.region == told["region"]
            right["period"] += one.period == period
            right["value"] += one.value == Decimal(str(value))
            right["unit"] += one.unit == unit
            right["status"] += one.status == status
            right["qualifier"] += one.qualifier == qualifier
            filled += one.indicator is not None
            good += one.indicator is not None and one.indicator.id == indicator
    assert {name: right[name] / rows for name, least in LEAST.items() if right[name] < least * rows} == {}
    assert good >= 0.95 * filled and filled >= 25


def test_what_is_proposed_the_tables_take(tables: Tables) -> None:
    """Documents composed of the tables' own figures, of such that no indicator is of, and of odd ones."""
    made = random.Random(7)
    texts = [(region, composed(tables, region, made)) for region in ("jiangxi", "hebei", "jian", "shaanxi")]
    texts += [(told["region"], told["text"]) for told in DOCUMENTS]
    for region, text in texts:
        lines = tuple(line.strip() for line in text.splitlines() if line.strip())
        document = Document("made_up.txt", lines)
        found = propose(document, tables, date(2022, 7, 25), region)
        assert len(found) > 10
        told = held(found, document, tables, None)
        rows = [
            (one, proposed_row(one, each, "made_up").cells)
            for one, each in zip(found, told, strict=True)
            if one.indicator is not None and one.region
        ]
        for code, one in faults(rows):
            doubted = one is not None and "as_printed" in one.doubted
            assert code in NEEDS_A_PERSON or doubted and code in OF_A_DOUBTED_PRINT, (code, one)


def composed(tables: Tables, region: str, made: random.Random) -> str:
    rows = [row for row in tables.rows(None, region) if row.period is not None]
    lines = [sentence(row, made) for row in made.sample(rows, min(60, len(rows)))]
    odd = [
        "1月份用电量增长3%。",
        "1.5家规上工业企业停产。",
        "上半年利润总额分别下降5.1%、3.2%和增长1.3倍。",
        "规上工业企业100家，其中100家。",
    ]
    return "\n".join([*lines, *odd])


def sentence(row: Observation, made: random.Random) -> str:
    year = f"{row.period.year}年" if row.period else ""
    name = row.indicator.name.zh
    said = made.choice(
        ["{y}，全省{n}{p}。", "{y}{n}为{p}，", "力争{y}{n}达到{p}。", "{n}{p}；", "一是{n}约{p}，比上年{p}。"]
    )
    return said.format(y=year, n=name, p=row.as_printed)


def faults(rows: list[tuple[Proposal, dict[str, str]]]) -> Iterator[tuple[str, Proposal | None]]:
    """The faults that the tables find once the rows are pasted behind their region's own, each with its proposal."""
    files = {path.relative_to(WORLD).as_posix(): path.read_bytes() for path in WORLD.rglob("*.yaml")}
    sources = files["data/sources.yaml"].decode()
    record = "\n- {id: made_up, title: {zh: 甲, en: A}, publisher: {zh: 乙, en: B}, date: '2022-07', kind: meeting, region: jiangxi, document: made_up, confidence: A}\n"
    files["data/sources.yaml"] = (sources + record).encode()
    lines: dict[tuple[str, int], Proposal] = {}
    for path in WORLD.rglob("*.csv"):
        name = path.relative_to(WORLD).as_posix()
        own = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
        mine = [(one, row) for one, row in rows if one.region == path.stem]
        out = io.StringIO()
        writer = csv.DictWriter(out, list(fields.COLUMN), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*own, *(row for _, row in mine)])
        for at, (one, _) in enumerate(mine):
            lines[name, len(own) + 2 + at] = one
        files[name] = out.getvalue().encode()
    for fault in project.read(files)[1]:
        if fault.code not in ("unused_source",):
            yield fault.code, lines.get((fault.file, fault.line or 0))


@pytest.mark.parametrize(
    ("text", "period", "inferred"),
    [
        ("上半年，全省规上工业企业营业收入增长40.6%。", "2021-01/2021-06", False),
        ("今年4月份以来供应疫苗1.2亿剂。", "2021-04/2021-07", True),
        ("疫情期间，调拨防护物资12.2万套。", "", True),
        ("为企业解决问题2692个。", "2021-01/2021-07", True),
        ("上半年，在2021年中国商飞供应商大会上签约项目8个。", "2021-01/2021-06", False),
        ("亩产连续3年提高。", "2018/2020", True),
        ("近三年，每年均实施工业项目超300个。", "2018/2020", True),
        ("到2025年，园区达到12个以上。", "2025-12", False),
        ("力争推动400个设计产品上市。", "", True),
        ("今年，力争推动400个设计产品上市。", "2021", False),
        ("“十三五”期间，占比由5.2%提升到7.8%。", "2015", False),
    ],
)  # fmt: skip
def test_a_period_is_printed_or_inferred_by_the_rules_of_the_tables(
    tables: Tables, text: str, period: str, inferred: bool
) -> None:
    one = read(text, tables)[0]
    assert (one.period, "period" in one.inferred) == (period, inferred)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("对首次升规的企业，给予一次性奖励20万元。", "policy"),
        ("申报条件有两点：一是项目投资额1000万元以上。", "policy"),
        ("重点抓好投资10亿元以上工业投资项目。", "policy"),
        ("今年累计发放补贴3亿元。", "actual"),
        ("力争规模以上工业增加值增长8%。", "target"),
        ("预计全年营业收入突破1800亿元。", "forecast"),
        ("着力打造5-10个技改标杆项目。", "target"),
        ("新增省级示范企业20家。力促早开工，实施技改项目200项。", "actual target"),
    ],
)  # fmt: skip
def test_a_status_follows_from_the_words(tables: Tables, text: str, status: str) -> None:
    found = [one.status for one in read(text, tables)]
    assert " ".join(found).endswith(status) if " " not in status else " ".join(found) == status


@pytest.mark.parametrize(
    "text",
    [
        "重点抓好8个方面工作。", "面临六大挑战、六大机遇。", "二级巡视员出席。", "成立100周年。", "时长45分钟。", "坚持质量第一。", "党的十九大精神。",
        "首位产业是电子信息。", "三年攻坚行动。", "三百项目。", "2021年7月25日，〔2021〕4号文件印发。", "“2+6+N”行动，“十四五”规划。",
    ],
)  # fmt: skip
def test_what_is_no_statistic_is_not_proposed(tables: Tables, text: str) -> None:
    assert read(text, tables) == ()


def test_a_fall_is_printed_with_its_word_and_a_repeated_print_says_which(tables: Tables) -> None:
    fall = only("上半年，规上工业增加值同比下降7.1%。", tables)
    assert (fall.as_printed, fall.value) == ("下降7.1%", Decimal("-7.1"))
    first, second, other = read("有国家级企业3家、省级企业3家，共13家。", tables)
    assert [one.occurrence for one in (first, second, other)] == [1, 2, None]
    text = "有国家级企业3家。"
    pages = propose(Document("a.pdf", (text, text), paged=True), tables, None, "jian")
    assert [(one.paragraph, one.occurrence) for one in pages] == [(1, 1), (2, 2)]


def test_an_unknown_indicator_is_named_in_the_words_of_the_document(tables: Tables) -> None:
    one = only("上半年，全省汽车产量58.2万辆。", tables)
    assert (one.indicator, one.name, one.unit, one.value) == (None, "汽车产量", "辆", Decimal(582000))
    assert "indicator" in one.doubted


def test_a_name_keeps_the_capitals_of_the_document(tables: Tables) -> None:
    one = only("截至10月末，全省累计建成5G基站17.6万个。", tables)
    assert "5G" in one.name and "5g" not in one.name


def test_a_noun_that_is_not_understood_leaves_the_indicator_open(tables: Tables) -> None:
    for text in (
        "上半年，全省制造业用水增长30%。",
        "电子信息企业近千家，其中规模以上工业企业352家。",
        "力争净增规上工业企业110家。",
    ):
        last = read(text, tables)[-1]
        assert last.indicator is None or last.indicator.id != "designated_enterprises"
        assert last.indicator is None or last.indicator.addition


def test_without_date_and_region_what_hangs_on_them_stays_open(tables: Tables) -> None:
    one = only("今年上半年，我省规上工业增加值增长18.5%。", tables, None, None)
    assert (one.region, {"region", "period"} <= set(one.doubted)) == ("", True)
    assert read("为企业解决问题2692个。", tables, None, "jian")[0].period == ""


def test_a_row_that_says_the_same_is_named_and_one_that_differs_too(tables: Tables) -> None:
    row = next(
        one
        for one in tables.rows("value_added_growth", "jiangxi")
        if str(one.period) == "2021-01/2021-06" and one.exact
    )
    text = "2021年上半年，江西省规上工业增加值增长{}%。江西省规上工业增加值增长{}%。"
    document = Document("a.txt", (text.format(row.value, row.value + 1),))
    found = propose(document, tables, date(2021, 8, 25), "jiangxi")
    same, other = held(found, document, tables, None)
    assert same is not None and not same.differs and tables.row(same.row).value == row.value
    assert other is not None and other.differs == ("value",)
    text = "2021年上半年，江西省规上工业增加值增长{}%。"
    document = Document("a.txt", ("力争2031年江西省规上工业增加值增长7%。",) * 2)
    found = propose(document, tables, date(2021, 8, 25), "jiangxi")
    before, repeated = held(found, document, tables, None)
    assert before is None and repeated is not None and (repeated.earlier, repeated.differs) == (0, ())


def test_rows_of_the_source_are_found_at_their_place(tables: Tables) -> None:
    row = next(
        one for one in tables.rows() if one.as_printed == "65.7%" and one.source and one.source.document
    )
    lines = ["此段略。"] * ((row.paragraph or 1) - 1) + [f"对税收增长的贡献率达{row.as_printed}。"]
    document = Document("a.txt", tuple(lines))
    found = propose(document, tables, date(2021, 11, 28), row.publication.region)
    (own,) = held(found, document, tables, row.publication.id)
    assert own is not None and own.row == row.id


@pytest.mark.parametrize("seed", range(8))
def test_no_text_makes_it_fail(tables: Tables, seed: int) -> None:
    made = random.Random(seed)
    letters = "0123456789.%,，。；：、增长下降超约近万亿千百十一二三年月日个家户第位前上半季度\t\u200b\u202e\0①Ⅳ１２％“”《》()（）-—～🙂由从到的比全国全省力争 "
    parts = tuple("".join(made.choices(letters, k=400)) for _ in range(4))
    for one in propose(
        Document("a", parts, bool(seed % 2)), tables, made.choice([None, date(2021, 7, 25)]), "jian"
    ):
        assert one.as_printed == parts[one.paragraph - 1][one.start : one.end]


def test_a_text_without_a_stop_takes_its_time_and_no_more(tables: Tables) -> None:
    assert len(read("增长18.5%左右超过近" * 400, tables)) == 400
    assert len(read("超过超过超过" * 5000 + "5家", tables)) == 1
