"""What around a number takes it back, or makes it another's: words behind it, what stands in brackets, another region or time before it
in its sentence, a topic of which it is told, a month where months are summed. Each is a doubt: what is said so may be right, but
isn't what stands in the tables.

What stands between a name and its number is asked in ``understood``; here everything else of the sentence is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from industry.text.alike import alike
from industry.text.claims.around import against, terms
from industry.text.claims.around.brackets import bracketed
from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import FALL
from industry.text.claims.understood import KNOWN
from industry.text.claims.when import When, year_before
from industry.text.claims.where import GENERAL, UNKNOWN, Where
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.fields import GROWTHS
from industry.vocabulary.printed import words

_STOPS = ",;:。!?\n"
_TAKEN_BACK = re.compile(
    r"不含|不包括|不计|除外|剔除|扣除|除(?!了)[^,。;]{1,12}外|并非|不是|未能|[未没]有?(?:实现|达到|完成)|"
    r"[网据]传|传言|如果|假如|假设|倘若|(?:^|[,。;:])若(?![干看按])|基期|倒[数]|从低到高|由低到高|名义|距.{1,12}还[差有]"
)
"""Before a number, or in its clause."""
_WRONG = re.compile(
    r"错误|有误|误报|作废|存疑|不实|更正|应为|修[正订]为|(?:未经|[有尚]?待)(?:核[实对定准]|审[核定]|确认)|[待请]核[实对]?(?=[,。;)]|$)|与事实不符|(?:仅|只)?(?:为|是)[^,。;]{0,6}(?:目标|预计|预测|计划|快报)(?:数|值)?(?=[,。;]|$)"
)
"""Anywhere in its sentence."""
_LEFT_OUT = re.compile(r"[,;](?:[不未]含|[不未]包括|不计|剔除|扣除|除)[^,;。]*(?=[,;。]|$)")
"""Behind it, if no other number follows."""
_REMARKS = re.compile(
    r"[,:(](?:这|该|此|其|均|都|数据|数|增速)*(?:"
    r"(?:系|属于?|(?:特|专|均)?指(?![标数导出挥向引])|[仅只](?:为|指|限|含|包括|是|统计|计)|按(?!可比|照可比|同|不变|计划|时|月|季)|含(?![金量义新]))[^,;。:)]*|"
    r"(?:为|是|以|经|当?按)?[^,;。:)]{0,8}(?:环比|季节?(?:性)?调整|季调|折?年率|年化|基期|基数|参照|现价|名义|美元)(?:增速|增长率|口径|数据?|值|计算)?(?=[,;。:)\n]|$))"
)
"""Behind it, what says on which base, of whom or in which prices it is told: 系环比, 以2019年为基期, 仅指国有企业."""
_ALL_ABOVE = re.compile(
    r"(?:以上|上述)[^,。;\n]{0,8}(?:均|都|数据|数字)|(?<=[。\n])(?:以上|上述)(?:不含|不包括|为|系|按)"
)
"""Behind it in its paragraph."""
_OTHERWISE = re.compile(
    r"[,;:](?:系|为|是|此为|这是|此系|该数|上述|指|属于?)[^,。;]{0,14}(?:数据?|数字|情况|水平|口径|值)(?=[,。;]|$)"
)
"""18.5%,系河北数据."""
_BEHIND = re.compile(
    r"的?(?:较?快|高速|中高速|两位数)?(?:增长|增速|增幅|速度|水平|态势|高位)|创[^,。;]{0,5}新高|以上|左右|企业|利润|入围|入选|上榜|"
    r"(?<=持平)于|位居前列|转正|由负转正|并|且|同时|但|后|、"
)
"""What may follow a number in its clause and takes nothing back, beside what is understood anyhow."""
_GOES_ON = re.compile(rf"的?(?:{FALL.pattern})|[+\-]\d")
"""What makes another figure of one."""
_BEGINS = re.compile(r"(?:由|从)[^。;]*$")
_ENDS = re.compile(r"(?:降|升|增|回落|提高|提升|上升|下降|扩大|收窄)(?:到|至)")
"""18.5%降至7%: it is where something moved from, which 由 or 从 says of its own time."""
_MOVED_AWAY = re.compile(
    r"的?(?:[前上]一年|之前|以前|前夕|之后|以后|次年|翌年|至今|前后|(?:公报|年报|数据)?(?:的)?修订)|后?的[前后]?[一二三两几]年|"
    r"初(?!步)|各月|月均|[一二三两十几]年间|[上中下]旬|财年"
)
"""2019年之前: another time than the one named."""
_JOINED = re.compile("和|与|及|以及|至|到|、|-")
_WORKED_OUT = re.compile("推算|计算")
_SAME = re.compile(r"的?(?:上年|去年)同期")
"""2021年1-3月上年同期: one time, told by another."""
_DIGIT = re.compile(r"\d")
_CUT = re.compile(r"[.。,、:·]\d")
"""A number that goes on behind a stop: 12559。3亿元."""
_SHARES = re.compile("占比|比重|贡献率|平均(?!水平|增)")
_ONE_MONTH = re.compile("当月|单月|本月|当季|单季|本季")
_RATE_MOVED = re.compile(
    r"(?:增速|增幅|增长率|占比|比重|份额)(?:同比|环比|[较比][^,;。]{0,8})?(?:提高|提升|上升|加快|回落|增长|下降|扩大|收窄)(?:了)?(?:约|近|超)?$"
)
_OWN_OF_OTHER = re.compile(r"(?:[高低快慢多少]于|比|较|超过)[^,;。]{1,12}的$")
"""高于全国的6.8%: that of the other, and no difference."""
_HEARD = re.compile(
    r"^(?:据(?:预测|测算|估算|估计)|力争|规划|按计划|按规划|根据规划|目标[:,]|(?:会议|文件)要求|有?媒体|有人|误|谣|除非|即使|删除|示例|模板|原稿|"
    r"例如|假定|以下为假|不考虑|人均|环比|按两年平均|×)|美元"
)
"""At the head of a sentence: what follows isn't told as what was."""
_TRADE = re.compile("([轻重]工业|[\u4e00-\u9fff]业)(?:方面|领域|中)[,:]")
"""采矿业方面: of a trade, which the name of what is meant says too, or not."""
_COMPARED = re.compile(r"[较比](?:上月|上年|上季度|去年|同期)[^,;。]{0,3}(?:为|达|达到)$")
_SUBJECTS = re.compile(
    "民营|国有|外资|外商|私营|股份制|港澳台|中小|小微|小型|中型|大型|央企|国企|民企|集团|公司|个体|民间|省属|市属|混合所有|开发区|高新区|经开区|新区|园区|片区|板块"
)
"""Of whom figures may be told, where it isn't everybody."""
WHOLE = ("全省", "全市")


def limits(
    read: Read, one: Number, meant: tuple[Indicator, ...], place: str | None, time: When | None, listed: bool
) -> set[str]:
    """What of a claim is in doubt for what stands around it: any of ``indicator region period``."""
    begin, end = read.sentence(one.start), _first(read.text, "。!?\n", one.end, len(read.text))
    start = max(
        [begin, *(other.end for other in read.numbers if begin <= other.start and other.end <= one.start)]
    )
    found = set()
    if read.text[end : end + 1] == "?" or _taken_back(read.text, begin, one, end):
        found.add("indicator")
    if not _harmless_behind(read, one, end) or _topic(read, begin, one, meant):
        found.add("indicator")
    before = read.text[start : one.start]
    if not one.unit and not one.owed and any(words.unit_of(each.unit).measure == "元" for each in meant):
        found.add("indicator")
    if not one.unit and _CUT.match(read.text, one.end) or _other_measure(read, start, one, meant):
        found.add("indicator")
    if one.unit == "%" and (_RATE_MOVED.search(before) or _OWN_OF_OTHER.search(before)):
        found.add("indicator")
    if any(each.measure in GROWTHS for each in meant) and against.another_time(read, begin, start, one, time):
        found.add("indicator")
    if _COMPARED.search(before) or _HEARD.search(read.text[begin : one.start].lstrip()):
        found.add("indicator")
    found |= set(bracketed(read, start, one, end, place, time))
    if not listed:
        found |= set(_times(read, start, one, time)) | set(_places(read, start, one))
    if _owners(read, one, place):
        found.add("region")
    if time is not None and time.first != time.last and _single(read, start, one, meant):
        found.add("period")
    return found


def told_of(read: Read, one: Number) -> bool:
    """Whether the paragraph itself says of which region a number is, by more than 全省."""
    begin = read.text.rfind("\n", 0, one.start) + 1
    named = _places_before(read, begin, one)
    return any(read.text[each.start : each.stop] not in WHOLE for each in named)


def subject(heading: str) -> bool:
    """Whether a heading speaks of some only (一、民营企业)."""
    return _SUBJECTS.search(heading) is not None


def _taken_back(text: str, begin: int, one: Number, end: int) -> bool:
    begin = max(begin, text.rfind(";", begin, one.start) + 1)
    clause = _first(text, ",;:", one.end, end)
    if any(not _DIGIT.search(text, one.start(), end) for one in _LEFT_OUT.finditer(text, clause, end)):
        return True
    if one.unit in ("%", "成", "倍") and _REMARKS.search(text, one.end, _first(text, ";", one.end, end)):
        return True
    stop = text.find("\n", end)
    if _ALL_ABOVE.search(text, clause, stop if stop >= 0 else len(text)):
        return True
    return any(
        form.search(text[begin if form is not _OTHERWISE else one.end : stop])
        for form, stop in ((_TAKEN_BACK, clause), (_WRONG, end), (_OTHERWISE, end))
    )


def _first(text: str, signs: str, start: int, end: int) -> int:
    """Where the first of some signs stands, the end where none does."""
    return min((place for sign in signs if (place := text.find(sign, start, end)) >= 0), default=end)


def _places_before(read: Read, begin: int, one: Number) -> list[Where]:
    """The places from ``begin`` to a number that aren't only compared with."""
    return [each for each in read.wheres if not each.base and begin <= each.start and each.stop <= one.start]


def _harmless_behind(read: Read, one: Number, end: int) -> bool:
    """Whether all between a number and the end of its clause is understood."""
    stop = _first(read.text, ",;:(", one.end, end)
    from_it = _ENDS.match(read.text, one.end, stop) and not _BEGINS.search(
        read.text[read.sentence(one.start) : one.start]
    )
    if _GOES_ON.match(read.text, one.end, stop) or from_it:
        return False
    after = [where for where in read.wheres if one.end <= where.start < stop and not where.base]
    if after and not any(after[0].stop <= number.start < stop for number in read.numbers):
        return False
    spans = [(number.lead, number.end) for number in read.numbers]
    spans += [(number.start, number.end) for number in read.numbers]
    spans += [(name.start, name.stop) for name in read.names]
    spans += [(where.start, where.stop) for where in read.wheres]
    spans += [(when.start, when.stop) for when in read.whens]
    ends = {start: until for start, until in sorted(spans) if one.end <= start < stop}
    at = one.end
    while at < stop:
        if ends.get(at, at) > at:
            at = ends[at]
            continue
        known = _BEHIND.match(read.text, at) or KNOWN.match(read.text, at)
        if known is None and terms.years_ago(read, one) is not None:
            known = _WORKED_OUT.match(read.text, at)
        if known is None:
            return False
        at = known.end()
    return True


def _other_measure(read: Read, start: int, one: Number, meant: tuple[Indicator, ...]) -> bool:
    """Whether a share or an average is spoken of where a number is of none."""
    name = max(
        [each.stop for each in read.names if start <= each.start and each.stop <= one.start], default=start
    )
    word = _SHARES.search(read.text, name, one.start) if terms.years_ago(read, one) is None else None
    return word is not None and any(
        each.measure in ("level", "count", "growth_yoy", "rank") for each in meant
    )


def _topic(read: Read, begin: int, one: Number, meant: tuple[Indicator, ...]) -> bool:
    """Whether the sentence speaks of some only, before the number and not in the name of what is meant."""
    text = list(read.text[begin : one.start])
    for name in read.names:
        if begin <= name.start < one.start and any(each.id in name.indicators for each in meant):
            text[name.start - begin : name.stop - begin] = " " * (name.stop - name.start)
    trade = _TRADE.search(read.text, begin, one.start)
    other = trade is not None and not any(trade[1] in alike(each.name.zh) for each in meant)
    return other or _SUBJECTS.search("".join(text)) is not None


def _times(read: Read, start: int, one: Number, time: When | None) -> Iterator[str]:
    """Another time beside the one that holds: two before one number, neither part of the other, or one that is only pointed
    to (2019年之前)."""
    printed = [each for each in read.whens if each.start < each.stop]
    own = [each for each in printed if not each.base and start <= each.start and each.stop <= one.start]
    for first, second in pairwise(own):
        joined = _JOINED.fullmatch(read.text, first.stop, second.start) is not None
        if not joined and year_before(second, first) and _SAME.fullmatch(read.text, first.stop, second.stop):
            continue
        if joined or not (first.first <= second.first and second.last <= first.last):
            yield "period"
    for each in own:
        run = each.first != each.last and not each.end
        if (
            _MOVED_AWAY.match(read.text, each.stop)
            or run
            and read.text.endswith(("截至", "截止"), 0, each.start)
        ):
            yield "period"
    if time is not None and not own and time.stop and _MOVED_AWAY.match(read.text, time.stop):
        yield "period"


def _places(read: Read, start: int, one: Number) -> Iterator[str]:
    """Two regions before one number, of which neither stands in its clause."""
    own = _places_before(read, start, one)
    strange = [read.text[each.start : each.stop] for each in own if each.region == UNKNOWN]
    if any(word not in GENERAL for word in strange) and own[-1].region != UNKNOWN:
        yield "region"
    clause = max(read.text.rfind(sign, 0, one.start) for sign in _STOPS) + 1
    if len({each.region for each in own}) > 1 and own[-1].start < clause and not _within(read, own):
        yield "region"


def _within(read: Read, own: list[Where]) -> bool:
    """Whether each of several regions lies in the one before it: 江西省吉安市."""
    regions = read.tables.catalogue.regions
    pairs = pairwise(own)
    return all(
        each.region in regions
        and regions[str(each.region)].parent == before.region
        and before.stop == each.start
        for before, each in pairs
    )


def _owners(read: Read, one: Number, place: str | None) -> bool:
    """Whether a region is only taken from whose the text is, or from 全省, while its paragraph has spoken of another place."""
    begin = read.text.rfind("\n", 0, one.start) + 1
    named = _places_before(read, begin, one)
    named = [each for each in named if read.text[each.start : each.stop] not in GENERAL]
    whole = bool(named) and read.text[named[-1].start : named[-1].stop] in WHOLE
    if named and not whole:
        return named[-1].region == UNKNOWN != place
    strange = [each for each in named if read.text[each.start : each.stop] not in WHOLE]
    return bool(strange) and not _kin(read, strange[-1].region, place)


def _kin(read: Read, one: str | None, other: str | None) -> bool:
    """Whether two regions are one, one lies in the other, or one is the country."""
    regions = read.tables.catalogue.regions
    if one not in regions or other not in regions:
        return False
    a, b = regions[str(one)], regions[str(other)]
    return a.id == b.id or a.parent == b.id or b.parent == a.id or not a.parent or not b.parent


def _single(read: Read, start: int, one: Number, meant: tuple[Indicator, ...]) -> bool:
    """Whether a single month or quarter is spoken of, which the name of what is meant doesn't say."""
    if not _ONE_MONTH.search(read.text, start, one.start):
        return False
    return not any(_ONE_MONTH.search(each.name.zh) for each in meant)
