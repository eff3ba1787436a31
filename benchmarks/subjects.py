"""Sentences in which a branch's growth is of something else than value added, since this is named before it or around it, in which growth
is told against another time than a year before, or of the end of a plan or year; and like ones in which it isn't so. In each
stands a figure of the tables: approved, or proposed without a doubt, where it is not, it is a wrong reading."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks import sentences
from benchmarks.measured import Measured
from benchmarks.sentences import CLOSE, OPEN, Sentence
from industry import project
from industry.tables.tables import Tables
from industry.text.document import Document
from industry.text.proof import judge
from industry.text.proposals.proposing import propose
from industry.vocabulary.observation import Observation

MANY = 10_000
APPROVED = ("agrees", "agrees_rounded", "comparison_true")

OTHERS = (
    "固定资产投资", "工业投资", "投资", "工业税收", "增值税", "工业贷款", "贷款余额", "研发投入", "研发经费", "出口交货值", "出口", "进口", "产量", "工业总产值", "产值",
    "用电量", "工业用电量", "用电", "利润总额", "利润", "规模以上工业企业利润", "营业收入", "营收", "效益", "出厂价格", "价格", "新订单", "用工人数", "从业人员", "专利授权量",
    "产成品存货", "库存", "综合能耗", "企业数", "成本", "应收账款", "新签合同额", "技改投资", "民间投资", "到位资金", "货运量", "销售产值", "工资", "产能", "资产总计",
    "规上工业营业收入", "全社会用电量", "社会融资规模", "发电量", "注册资本", "签约额", "商标注册量", "主营业务收入",
)  # fmt: skip
STRANGE = ("新开工项目", "快递业务", "经营主体", "旅游人次", "挖掘机开工", "新设外资", "客户数")
"""Of which nothing is known, but that they grow."""
OWN = (
    "规模以上工业增加值",
    "规上工业增加值",
    "工业增加值",
    "全省规模工业增加值",
    "增加值",
    "地区生产总值",
    "GDP",
)


@dataclass(frozen=True)
class Told:
    """The words of a sentence: ``branch``, ``period``, ``region`` and ``grows`` (增长7.0%) are of a row; ``subject`` and ``other``, another branch, aren't."""

    period: str
    region: str
    branch: str
    grows: str
    number: str
    subject: str
    other: str
    joint: str


Form = Callable[[Told], str]
Taken = Callable[[Sentence, Tables], bool]
BEFORE: dict[str, Form] = {
    "with a comma": lambda s: f"{s.period}，{s.region}{s.subject}增长5.2%，{s.joint}{s.branch}{s.grows}。",
    "with a pause": lambda s: f"{s.period}，{s.region}{s.subject}增长5.2%、{s.branch}{s.grows}。",
    "with a semicolon": lambda s: (
        f"{s.period}，{s.region}{s.subject}增长5.2%；{s.joint}{s.branch}{s.grows}。"
    ),
    "in the sentence before": lambda s: (
        f"{s.period}，{s.region}{s.subject}增长5.2%。{s.joint}{s.branch}{s.grows}。"
    ),
    "two sentences before": lambda s: (
        f"{s.period}，{s.region}{s.subject}增长5.2%。{s.other}增长3.3%。{s.branch}{s.grows}。"
    ),
    "seen from it": lambda s: f"{s.period}，从{s.subject}看，{s.region}{s.branch}{s.grows}。",
    "seen from it first": lambda s: f"从{s.subject}看，{s.period}，{s.region}{s.branch}{s.grows}。",
    "seen from it, no comma": lambda s: f"从{s.subject}来看，{s.period}{s.region}{s.branch}{s.grows}。",
    "seen in the sentence before": lambda s: (
        f"从{s.subject}看，{s.period}{s.region}{s.other}增长3.3%。{s.branch}{s.grows}。"
    ),
    "as to it": lambda s: f"{s.subject}方面，{s.period}，{s.region}{s.branch}{s.grows}。",
    "amount and growth": lambda s: (
        f"{s.period}，{s.region}{s.subject}500.3亿元，同比增长5.2%，{s.joint}{s.branch}{s.grows}。"
    ),
    "without a number": lambda s: (
        f"{s.period}，{s.region}{s.subject}保持较快增长，{s.joint}{s.branch}{s.grows}。"
    ),
    "fall": lambda s: f"{s.period}，{s.region}{s.subject}同比下降5.2%，但{s.branch}{s.grows}。",
    "past another branch": lambda s: (
        f"{s.period}，{s.region}{s.subject}增长5.2%，其中{s.other}增长3.3%，{s.branch}{s.grows}。"
    ),
    "after value added": lambda s: (
        f"{s.period}，{s.region}规模以上工业增加值增长6.1%，{s.subject}增长5.2%，{s.joint}{s.branch}{s.grows}。"
    ),
    "of another branch": lambda s: (
        f"{s.period}，{s.region}{s.other}{s.subject}增长5.2%，{s.branch}{s.grows}。"
    ),
    "of another branch, achieved": lambda s: (
        f"{s.period}，{s.region}{s.other}实现{s.subject}增长5.2%，{s.branch}{s.grows}。"
    ),
    "a heading": lambda s: f"一、{s.subject}情况\n{s.period}，{s.region}{s.branch}{s.grows}。",
    "a heading above another": lambda s: (
        f"一、{s.subject}\n（一）分行业\n{s.period}，{s.region}{s.branch}{s.grows}。"
    ),
    "parts in a paragraph": lambda s: (
        f"{s.period}，{s.region}{s.subject}增长5.2%。\n其中，{s.branch}{s.grows}。"
    ),
    "listed with it": lambda s: (
        f"{s.period}，{s.region}{s.branch}、{s.other}{s.subject}分别增长{s.number}、5.1%。"
    ),
    "listed after it": lambda s: (
        f"{s.period}，{s.region}{s.subject}增长5.2%，{s.branch}和{s.other}分别增长{s.number}和5.1%。"
    ),
    "its own": lambda s: f"{s.period}，{s.region}{s.branch}{s.subject}{s.grows}。",
    "its own, of": lambda s: f"{s.period}，{s.region}{s.branch}的{s.subject}{s.grows}。",
    "its own, achieved": lambda s: f"{s.period}，{s.region}{s.branch}实现{s.subject}{s.grows}。",
    "its own, behind a comma": lambda s: f"{s.period}，{s.region}{s.branch}{s.subject}持续回升，{s.grows}。",
    "in it": lambda s: f"{s.period}，{s.region}{s.subject}中，{s.branch}{s.grows}。",
    "a label": lambda s: f"{s.subject}：{s.period}，{s.region}{s.branch}{s.grows}。",
}
"""How a subject stands by a branch's growth, which may be of value added too (``OWN``)."""
_ONLY_OTHER = (
    "its own",
    "its own, of",
    "its own, achieved",
    "its own, behind a comma",
    "listed with it",
    "in it",
    "after value added",
    "a label",
    "parts in a paragraph",
)
JOINTS = ("", "其中", "其中，", "其中：", "分行业看，", "同时，", "同期", "全省", "从行业看，", "而")
FALSE_BASES = (
    "与{y2}年同期相比，{p}{r}{n}{g}。", "与{y2}年相比，{p}{r}{n}{g}。", "{p}，与{y2}年同期相比，{r}{n}{g}。", "{p}，{r}{n}与{y2}年同期相比{g}。",
    "{p}，{r}{n}比{y2}年同期{g}。", "{p}，{r}{n}较{y2}年同期{g}。", "{p}，{r}{n}比{y2}年{g}。", "{p}，{r}{n}较{y2}年累计{g}。", "{p}，{r}{n}相比{y2}年同期{g}。",
    "相比{y2}年同期，{p}{r}{n}{g}。", "相较{y2}年，{p}{r}{n}{g}。", "较{y2}年同期，{p}{r}{n}{g}。", "同{y2}年同期相比，{p}{r}{n}{g}。", "{p}，{r}{n}相较于{y2}年同期{g}。",
    "对比{y2}年同期，{p}{r}{n}{g}。", "以{y2}年为基期，{p}{r}{n}{g}。", "{p}，以{y2}年同期为基数，{r}{n}{g}。", "{p}，{r}{n}{g}（与{y2}年同期相比）。", "{p}，{r}{n}{g}（比{y2}年）。",
    "{p}，{r}{n}{g}，与{y2}年同期相比。", "与前年同期相比，{p}{r}{n}{g}。", "{p}，{r}{n}比前年同期{g}。", "{p}，{r}{n}较上月{g}。", "{p}，{r}{n}环比{g}。",
    "{p}，{r}{n}比年初{g}。", "{p}，{r}{n}较年初{g}。", "与上月相比，{p}{r}{n}{g}。", "与上季度相比，{p}{r}{n}{g}。", "{p}，{r}{n}比三年前{g}。", "{p}，{r}{n}较疫情前{g}。",
    "{p}，{r}{n}两年平均{g}。", "{p}，{r}{n}年均{g}。", "{p}，按两年平均计算，{r}{n}{g}。", "{p}，{r}{n}比“十二五”末{g}。", "与“十二五”末相比，{p}{r}{n}{g}。", "{p}，{r}{n}较“十二五”末{g}。",
    "与{y2}年同期相比，{p}{r}工业投资增长5.2%，{n}{g}。", "{p}，{r}{n}比{y2}年1—2月{g}。", "{p}，{r}{n}较{y2}年前三季度{g}。", "{p}，{r}{n}在{y2}年同期基础上{g}。", "{p}，{r}{n}比{y2}年底{g}。",
    "{p}，{r}{n}自{y2}年以来{g}。", "{p}，{r}{n}从{y2}年起累计{g}。", "{p}，{r}{n}较计划{g}。", "{p}，{r}{n}比预期{g}。", "较疫情前，{p}{r}{n}{g}。", "{p}，{r}{n}较历史同期{g}。",
    "{p}，{r}{n}同比增长88.8%，比{y2}年同期{g}。", "{p}，{r}{n}同比增长88.8%，两年平均{g}。", "{p}，{r}{n}同比增长88.8%，环比{g}。", "{p}，{r}{n}同比增长88.8%，较{y2}年同期{g}。",
    "与{y2}年同期比，{p}{r}{n}{g}。", "和{y2}年同期相比，{p}{r}{n}{g}。", "{p}，{r}{n}比{y2}年同期累计{g}。", "{p}，{r}{n}对比{y2}年同期{g}。", "比{y2}年同期，{p}{r}{n}{g}。",
)  # fmt: skip
TRUE_BASES = (
    "{p}，{r}{n}比上年同期{g}。", "{p}，{r}{n}较上年同期{g}。", "与上年同期相比，{p}{r}{n}{g}。", "与去年同期相比，{p}{r}{n}{g}。", "{p}，{r}{n}同比{g}。",
    "{p}，{r}{n}比{y1}年同期{g}。", "{p}，{r}{n}较去年同期{g}。",
)  # fmt: skip
_MOMENTS = (
    "“{plan}”末{r}{n}{g}。", "“{plan}”期末，{r}{n}{g}。", "“{plan}”底，{r}{n}{g}。", "到“{plan}”末，{r}{n}{g}。", "“{plan}”初，{r}{n}{g}。", "“{plan}”期初{r}{n}{g}。", "“{plan}”中期，{r}{n}{g}。",
    "“{plan}”以来，{r}{n}{g}。", "{plan}末，{r}{n}{g}。", "“{plan}”收官之年，{r}{n}{g}。", "“{plan}”前四年，{r}{n}{g}。", "{y}年初，{r}{n}{g}。", "{y}年底，{r}{n}{g}。", "{y}年末{r}{n}{g}。", "截至{y}年底，{r}{n}{g}。",
    "{y}年年初，{r}{n}{g}。", "去年同期{r}{n}{g}，今年1—10月增长88.8%。", "上年同期，{r}{n}{g}，今年增长88.8%。", "{y}年同期，{r}{n}{g}。", "同期，{r}{n}{g}。",
)  # fmt: skip
_PLANS = {2010: "十一五", 2015: "十二五", 2020: "十三五", 2025: "十四五"}


def branches(tables: Tables) -> list[tuple[Observation, str]]:
    """Figures of growth of value added of a branch, with the name that leaves that unsaid."""
    found = []
    for row in sentences.rows(tables):
        if row.indicator.measure == "growth_yoy" and "增加值" in row.indicator.name.zh:
            for name in sentences.spoken(row):
                bare = name.replace("增加值", "").replace("规模以上", "").replace("规上", "")
                if bare.endswith("业") and "工业" not in bare[:4] and bare != "第二产业" and row.value:
                    found.append((row, bare))
    return found


def _made(form: str, row: Observation, text: str, change: str) -> Sentence:
    """A sentence whose marks say where its figure stands."""
    start, end = text.index(OPEN), text.index(CLOSE) - 1
    bare = text.replace(OPEN, "").replace(CLOSE, "")
    year = row.period.year if row.period else 0
    return Sentence(bare, (start, end), row, date(year, 12, 28), row.region.id, form, change)


def _words(row: Observation, chance: random.Random) -> tuple[str, str, str, str]:
    """Period, region, growth and number of a row, as people say them."""
    assert row.period is not None
    figures = [each for each in sentences.figures(row) if each[0] == "grows"]
    level = {"country": "全国", "province": "全省", "city": "全市"}[row.region.level]
    period = chance.choice(sentences.periods(row.period, row.indicator.timing) or [""])
    grows = figures[0][1] if figures else ""
    return period, level, grows, grows[grows.find(OPEN) :]


def other_subjects(tables: Tables, many: int, seed: int = 1) -> Iterator[Sentence]:
    """Growth of something else, told with a figure of value added."""
    known = many - many // 5
    yield from _behind(tables, known, seed, OTHERS, tuple(BEFORE), "another subject")
    forms = tuple(one for one in BEFORE if "heading" not in one and one != "a label")
    yield from _behind(tables, many - known, seed, STRANGE, forms, "another subject")


def own_subject(tables: Tables, many: int, seed: int = 1) -> Iterator[Sentence]:
    """Growth of value added, said to be that before, of such branches as are known without it."""
    yield from _behind(tables, many, seed, OWN, tuple(one for one in BEFORE if one not in _ONLY_OTHER), "")


def _behind(
    tables: Tables, many: int, seed: int, subjects: tuple[str, ...], forms: tuple[str, ...], change: str
) -> Iterator[Sentence]:
    chance, pool = random.Random(seed), branches(tables)
    plain: dict[str, bool] = {}
    while many:
        row, branch = chance.choice(pool)
        period, region, grows, number = _words(row, chance)
        if not grows or not period:
            continue
        alone = f"{period}，{region}{branch}{grows}。"
        if not change and not plain.setdefault(alone, approved(_made("", row, alone, ""), tables)):
            continue
        form = chance.choice(forms)
        if "listed" in form and row.value < 0:
            continue
        other = chance.choice([each for _, each in pool if each not in branch and branch not in each])
        told = Told(
            period, region, branch, grows, number, chance.choice(subjects), other, chance.choice(JOINTS)
        )
        yield _made(f"{form} · {told.subject}", row, BEFORE[form](told), change)
        many -= 1


def bases(tables: Tables, many: int, true: bool, seed: int = 1) -> Iterator[Sentence]:
    """Growth told against another time than a year before (``true``: against a year before)."""
    yield from _filled(
        tables, many, seed, TRUE_BASES if true else FALSE_BASES, "" if true else "another base"
    )


def moments(tables: Tables, many: int, seed: int = 1) -> Iterator[Sentence]:
    """Growth told of a moment, or of the same months of a year that nothing says."""
    yield from _filled(tables, many, seed, _MOMENTS, "a moment")


def _filled(tables: Tables, many: int, seed: int, forms: tuple[str, ...], change: str) -> Iterator[Sentence]:
    chance = random.Random(seed)
    pool = [one for one in sentences.rows(tables) if one.indicator.measure == "growth_yoy" and one.value]
    while many:
        row, form = chance.choice(pool), chance.choice(forms)
        period, region, grows, _ = _words(row, chance)
        assert row.period is not None
        year = row.period.year
        plan = next((name for last, name in _PLANS.items() if last >= year), None)
        if not grows or not period or plan is None:
            continue
        name = chance.choice(sentences.spoken(row))
        text = form.format(p=period, r=region, n=name, g=grows, y=year, y1=year - 1, y2=year - 2, plan=plan)
        yield _made(form, row, text, change)
        many -= 1


def approved(one: Sentence, tables: Tables) -> bool:
    """Whether proofreading approves the figure of a sentence."""
    found = judge(one.text, tables, one.written, one.owner)
    return any(each.verdict in APPROVED for each in found if each.start < one.at[1] and one.at[0] < each.end)


def proposed(one: Sentence, tables: Tables) -> bool:
    """Whether the figure of a sentence is proposed without a doubt as growth of what it stands for."""
    parts = tuple(one.text.split("\n"))
    part = one.text.count("\n", 0, one.at[0]) + 1
    begin = one.text.rfind("\n", 0, one.at[0]) + 1
    start, end = one.at[0] - begin, one.at[1] - begin
    return any(
        each.indicator is not None
        and not each.doubted
        and each.indicator.id == one.row.indicator.id
        and (one.change != "a moment" or each.indicator.timing == "flow")
        for each in propose(Document("", parts), tables, one.written, one.owner)
        if each.paragraph == part and each.start < end and start < each.end
    )


def measure(tables: Tables, many: int) -> Iterator[Measured]:
    """So ``many`` sentences of each kind, against those of which none was approved, or proposed without a doubt, that mustn't be;
    and of true ones, against those that were."""
    for what, found, true in (
        ("of another subject", other_subjects(tables, many), False),
        ("against another time", bases(tables, many, true=False), False),
        ("of a moment", moments(tables, many), False),
        ("of value added, said before,", own_subject(tables, many), True),
        ("on a year before", bases(tables, many, true=True), True),
    ):
        made = list(found)
        for how, taken in (("approved", approved), ("proposed without a doubt", proposed)):
            wrong = Counter(one.form for one in made if taken(one, tables) != true)
            told = ", ".join(f"{form} {count}" for form, count in wrong.most_common(5)) or "none"
            right = max(len(made) - wrong.total(), 1)
            peer = f"those {how}" if true else f"those not {how}"
            yield Measured(f"sentences: growth {what}", len(made) / right, 1.25 if true else 1, peer, told)


def run(quick: bool) -> Iterator[Measured]:
    tables = project.store(project.folder()).current().tables
    assert tables is not None
    yield from measure(tables, MANY // (50 if quick else 5))
