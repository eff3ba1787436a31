"""Figures as sources print them, read as numbers."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from industry.vocabulary import fields, printed

READ = """
18.5%              % growth_yoy      18.5     0.1
降2.3%             % growth_yoy      -2.3     0.1
同比下降7.1%       % growth_yoy      -7.1     0.1
–7.1%              % growth_yoy      -7.1     0.1
−７．１％          % growth_yoy      -7.1     0.1
增长-7.1%          % growth_yoy      -7.1     0.1
负增长5.1%         % growth_yoy      -5.1     0.1
降幅收窄至5.1%     % growth_yoy      -5.1     0.1
增速回落至5.1%     % growth_yoy       5.1     0.1
增速放缓至5.1%     % growth_yoy       5.1     0.1
涨幅扩大到5.1%     % growth_yoy       5.1     0.1
同比小幅下降0.2%   % growth_yoy      -0.2     0.1
预计增长5.1%       % growth_yoy       5.1     0.1
增长1.06倍         % growth_yoy     106       1
增长到1.3倍        % growth_yoy      30      10
是上年同期的1.3倍  % growth_yoy      30      10
降至上年同期的0.8倍 % growth_yoy     -20      10
是上年同期的0.8倍  % growth_yoy     -20      10
翻一番             % growth_yoy     100     100
翻两番             % growth_yoy     300     100
翻一番             倍 multiple        2       1
是上年的1.3倍      倍 multiple        1.3     0.1
与上年同期持平     % growth_yoy       0       0.1
与全国持平         百分点 gap         0       0.1
两年平均增长7.0%   % growth_two_year_average 7.0 0.1
低于全国1.6个百分点 百分点 gap       -1.6     0.1
比全国低1.6个百分点 百分点 gap       -1.6     0.1
低於全國1.6個百分點 百分点 gap       -1.6     0.1
快于全国平均水平2个百分点 百分点 gap  2       1
增速比全国快2.3个百分点 百分点 gap    2.3     0.1
增速比上年同期回落2.3个百分点 百分点 change -2.3 0.1
净减少500家        家 change       -500       1
比上年多5家        家 change          5       1
前移4位            位 change          4       1
下降3.5‰           % change          -0.35    0.01
百分之十八点五     % share           18.5     0.1
百分之百           % share          100       1
千分之五           % share            0.5     0.1
三成五             % share           35       1
六成               % share           60      10
占全国的18.5%      % share           18.5     0.1
占比提高到18.5%    % share           18.5     0.1
1,234.5亿元        亿元 level      1234.5     0.1
１，２３４．５亿元 亿元 level      1234.5     0.1
34202.5（亿元）    亿元 level     34202.5     0.1
1.2万亿元          亿元 level     12000    1000
500万元            亿元 level         0.05    0.0001
1万2千亿元         亿元 level     12000    1000
1万2千家           家 level       12000    1000
3万2000家          家 level       32000    1000
3万2340家          家 level       32340      10
781億2,000万元     亿元 level       781.2     0.1
12亿300万元        亿元 level        12.03    0.01
百个               个 level         100     100
年均500家          家/年 level      500       1
一万二千家         家 level       12000    1000
一万零二百家       家 level       10200     100
壹仟贰佰家         家 level        1200     100
壹拾陆亿元         亿元 level        16       1
5072戶             家 level        5072       1
減少到500家        家 level         500       1
1万元              万元/项 parameter  1       1
第8位              位 rank            8       1
首位               位 rank            1       1
第二个             个 count           2       1
首家               家 count           1       1
""".strip()
"""Print, unit, measure, value, step."""

QUALIFIED = """
突破1.8万家    over     不足1.8万家      under    18.5万家以下 at_most   不超过5万家 at_most
6万多家        over     2万余家          over     约1.4万家左右 about    近千家      nearly
超过5万家以上  over     300家及以上      at_least 至少300家    at_least  上千家      at_least
1000家(含)以上 at_least 控制在300家以内  at_most  低于300家    under     少于300家   under
突破5万家大关  over     首次超5万家      over     控制在5家以下    at_most  增长到超5家  over
逾三千家       over     兩萬餘家         over     300家上下    about     接近300家   nearly
"""
"""Prints of a level in 家, each with its qualifier."""

UNREADABLE = """
扭亏为盈|%|growth_yoy       下降1.3倍|%|growth_yoy   扩大两倍|%|growth_yoy      1.3倍|%|growth_yoy
增长0.8倍到|%|growth_yoy    增长到0.8倍|%|growth_yoy 倍增|%|growth_yoy         18.5家|%|growth_yoy
18.5%|亿元|level            3亿美元|亿元|level       3亿元|亿美元|level         18,5%|%|growth_yoy
1,2345家|家|level           12 34家|家|level         1.2.3%|%|growth_yoy        18.5%和9.6%|%|growth_yoy
9月增长5%|%|growth_yoy      三分之一|%|share         三四百家|家|level          一万二家|家|level
3万5家|家|level             数千家|家|level          几千家|家|level            1.4万|亿元|level
18.5个百分点|%|growth_yoy   环比增长5%|%|growth_yoy  年均增长5%|%|growth_yoy    与全国持平|%|growth_yoy
下降-5%|%|growth_yoy        --5%|%|growth_yoy        -5%以上|%|growth_yoy       下降3%|%|share
高于1.6个百分点|百分点|gap  收窄2个百分点|百分点|change 增长1.3倍|家|level       不足5家以上|家|level
约超5家|家|level            8000至1万家|家|level     10-5个|个|level            倒数第3|位|rank
007家|家|level              大半|%|share             上年同期增长5%|%|growth_yoy (5.1%)|%|growth_yoy
控制在3%|%|growth_yoy       六|%|share               #|%|share
下降为5%|%|growth_yoy       负增长到5%|%|growth_yoy  加快5%|%|growth_yoy        累计增长5%|%|growth_yoy
增速由负转正|%|growth_yoy   两位数增长|%|growth_yoy  比上年增速5%|%|growth_yoy  多增5亿元|亿元|change
高于上年5个百分点|百分点|gap 高于全国5个百分点|百分点|change 超过上年的2倍|倍|multiple 降幅收窄5个百分点|百分点|change
三成零五|%|share            百分之三至千分之五|%|rate  3‰至5%|%|rate             年均5家|家|level
亿元|亿元|level             万家|家|level            千亿元|亿元|level          3万200家|家|level
"""
"""Prints with unit and measure."""


@pytest.mark.parametrize("line", READ.splitlines())
def test_what_is_printed(line: str) -> None:
    text, unit, measure, value, step = line.split()
    found = printed.read(text, unit, measure)
    assert found is not None
    assert (found.value, found.value_to, found.step) == (Decimal(value), None, Decimal(step))
    assert found.qualifier == ""


@pytest.mark.parametrize(("text", "qualifier"), re.findall(r"(\S+)\s+(\S+)", QUALIFIED))
def test_words_that_qualify(text: str, qualifier: str) -> None:
    found = printed.read(text, "家", "level")
    assert found is not None
    assert found.qualifier == qualifier


def test_every_qualifier_is_read() -> None:
    assert {"", *QUALIFIED.split()[1::2]} == set(fields.QUALIFIERS)


@pytest.mark.parametrize("line", re.findall(r"\S+(?: \d+\S+)?\|\S+\|\w+", UNREADABLE))
def test_what_is_not_certain_is_not_read(line: str) -> None:
    assert printed.read(*line.split("|")) is None


@pytest.mark.parametrize(
    ("text", "unit", "measure", "low", "high"),
    [
        ("5-10个", "个", "level", 5, 10),
        ("5%～10%", "%", "rate", 5, 10),
        ("3至5万家", "家", "level", 30000, 50000),
        ("五至六成", "%", "share", 50, 60),
        ("下降3%～5%", "%", "growth_yoy", -5, -3),
        ("-5%至-3%", "%", "growth_yoy", -5, -3),
    ],
)
def test_ranges(text: str, unit: str, measure: str, low: int, high: int) -> None:
    found = printed.read(text, unit, measure)
    assert found is not None
    assert (found.value, found.value_to) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [("1.4万家", "家", 10**4), ("1.86亿剂", "剂", 10**8), ("1.2万亿元", "亿元", 10**4), ("1.2万亿元", "元", 10**12),
     ("1万2千家", "家", 10**4), ("3千家", "家", 1), ("18亿元", "亿元", 1), ("500万元", "亿元", 1)],
)  # fmt: skip
def test_the_scale_that_stays_printed(text: str, unit: str, scale: int) -> None:
    found = printed.read(text, unit, "level")
    assert found is not None
    assert found.scale == scale


UNITS = ("%", "家", "亿元", "万元/项", "百分点", "倍", "位", "次会议")
MEASURES = st.sampled_from(["growth_yoy", "level", "gap", "change", "share", "rank", "count", "multiple"])
WORDS = """
增长 下降 降幅 低于 全国 上年同期 比 的 到 超 不足 约 - 至 第 前 翻 番 首 万 亿 千 多 成 倍 % 个百分点 家 以上 左右 12 3.4 0 一
二十 三千 半 百分之 持平 ( )
"""
SAID = st.sampled_from(WORDS.split())


@given(st.text(max_size=40) | st.lists(SAID, max_size=8).map("".join), st.sampled_from(UNITS), MEASURES)
def test_any_text_can_be_asked(text: str, unit: str, measure: str) -> None:
    found = printed.read(text, unit, measure)
    assert found is None or (
        found.value.is_finite() and found.step > 0 and found.qualifier in fields.QUALIFIERS
    )


@settings(max_examples=300)
@given(st.lists(SAID, min_size=1, max_size=6), st.sampled_from(UNITS), MEASURES, st.integers(1, 10**6))
def test_what_was_read_before_changes_nothing(words: list[str], unit: str, measure: str, number: int) -> None:
    """A print is read alike by a reader that remembers others of its shape and by one that doesn't."""
    text = "".join(words)
    other = re.sub(r"[\d.]+", str(number), text)
    printed.forget()
    alone = printed.read(other, unit, measure)
    printed.forget()
    printed.read(text, unit, measure)
    assert printed.read(other, unit, measure) == alone


@pytest.mark.parametrize("text", ["下降0.0%", "-0.0%", "下降0-5%", "下降5-0%"])
def test_a_zero_that_is_printed_as_a_fall_has_no_sign(text: str) -> None:
    said = printed.read(text, "%", "growth_yoy")
    assert said is not None
    assert not any(end.is_signed() for end in (said.value, said.value_to) if end is not None and not end)
