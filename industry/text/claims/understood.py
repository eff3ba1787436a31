"""Whether all that stands around a name and its number is understood: only then is it sure that the number is of it. A
word that the reader doesn't know may make it another indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from industry.text.alike import alike
from industry.text.claims.around.terms import years_ago
from industry.text.claims.naming import Name, is_alias, is_cue
from industry.text.claims.numbers import POINTS, Number
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.vocabulary.catalogue import Indicator

KNOWN = re.compile(
    r"还?要(?=达|净增|新增|增长)|各?(?:设区市|地市|省区市|省份|兄弟省份)|[,.、;:()“”\s]|截[至止]|同比|累计|当月|当季|分别|其中|实现|完成|达到|达|为|是|的|了|在|中|均|也|都|由|从|到|至|增速|增幅|增长率|降幅|跌幅|减幅|下降幅度|"
    r"增长|增加|下降|提高|提升|上升|回升|加快|回落|收窄|扩大|放缓|减少|降低|高于|低于|快于|慢于|高出|高|低|快|慢|比(?!重)|较|与|(?<=[比较与])上月|"
    r"占比|占|比重|位次|排名|位居|位列|名列|居|列|排|第|平均水平|平均增速|平均增幅|平均|水平|年均|两年平均|前移|后移|首次|已|"
    r"约|超过|超|近|突破|逾|净增|新增|总额|总量|数量|数|规模|一举|预计|预期|有望|力争|确保|目标|计划|争取|仅|就|将|共|共有|共计|有|"
    r"贡献率|对|拉动|上年末|上年同期|去年同期|上年|去年|同期|同时|而|和|及|以及|年内|今年|本年|全年|持平|基本|家|以上|各|转为?|[多少](?=[约近超]?\d)|又|还|仍然?|依然|继续|持续|稳步|略有?|明显|大幅|小幅|进一步|一度|曾|高达|却|虽然?|但是?|不过|则|只有?|才|"
    r"(?:期间|版本)不同|不参与比较|未收录|[大小多少]于(?!\d)|(?<=[\u4e00-\u9fff])[大小](?=[约近超]?\d)|[多少](?:下降|[降跌])(?=[约近超]?\d)|方面(?=,)|可是|我们|当时|这时|此时|曾经|就|拉升|攀升|其(?=[占中增总])|(?<=[比较于])(?:它|其|该省|该市|前者|他们)|依次|大约|大概|算下来|(?:同|相比较?)(?=[^,。;:]{0,16}持平)|,?[^,。;:、\d]{0,4}(?<=[分从])(?:时段|季度|月度|月|季)来?看"
)
_ENDED = re.compile(r"[,.。;、:!?()\n\s]|和|及|以及|与|的|$|比|较|同比|增长|占|约|左右|以上")
_VALUE_ADDED = re.compile("增加值")
_TO = re.compile("对.+的贡献率")
"""To what something contributes."""
_OF = re.compile(r"(?:占|在)(?P<of>[^,。;、占]{2,}?)(?:的?(?:占比|比重|比例|份额)|的$)")
_SAID = (
    ("规模以上", "规上"),
    ("规模工业", "规上工业"),
    ("工业企业", "工业"),
    ("地区生产总值", "gdp"),
    ("生产总值", "gdp"),
    ("营收", "营业收入"),
    ("固投", "固定资产投资"),
    ("全部工业投资", "工业投资"),
)
_QUALIFIES = re.compile("的(?!(?:较快|高|同比|平稳|快速|稳定)?(?:增长|增速|增幅|速度|水平|比重|高位|降幅))")
"""增长8%的行业: of the noun that follows it is said how it grows."""
_OVER = re.compile(
    r"[,、;:()。\n]|$|和|及|以及|转|(?:左右)?(?:回落|提高|提升|下降|上升|增加|扩大|收窄|加快|放缓|降)(?:到|至|为)|(?:净?增加?|净?减少?|多|少)(?=\d)"
)
"""Behind a number with which something else has been told of the name before."""
_ADDED = re.compile("新增|净增|新建")
_NARROWS = re.compile(
    "除(?!了)|以外|之外|不含|不包括|不计|扣除|剔除|国有|央企|民营|私营|外资|民间|小微|中小|大型|上市公司|开发区|园区|农村|城镇|部分|名义|人均|环比|"
    "如果|假如|倘若|若(?!看|按)|并非|不是|没有|未(?!来|收录)|可能|或许|或(?!者说)"
)
"""What, said before a name, makes it something else than it is."""
_USUAL = re.compile(
    "据|初步|核算|统计|数据|显示|回顾|回头|再|进入|来?看|月份?|份|底|末|初|情况|指标|方面|主要|以来|期间|时期|季度|全年|年|说|回到|放到|刚过去|一个|若?按照?|发布|公布|同样|用|的"
)
_AIMED = re.compile("目标|计划|力争|争取|确保|有望|年均|新增|净增")
_ORDINAL = re.compile(r"^\s*(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}(?:、|是))")
_WORD = 4
_MOVED = re.compile("(?:增长|增加|减少|下降|上升|提高|扩大|回落|多|少)(?:了|约|近|超|超过)?$")
"""Before an amount that it is by so much more or less, and not what it is."""
_PART = re.compile("(?:其中|当中|里面|里)[,:]?(?:有)?$")
_NEAR = 5
_TELLS = re.compile("增(?!加值)|降|涨|跌|回落|回升|上升|下滑|萎缩|持平|翻")
"""What says that a percentage is how something grows."""
_GROWTH = re.compile("增速|增幅|增长|下降|降幅|%")
_JOINED = re.compile("[、和及与]|以及")
"""Between two names of which one number may be told."""
_OF_INDUSTRY = re.compile("(?:规模以上|规上|规模)工业")
_ENTERPRISES = re.compile("规(?:模以上|上|模)(?:工业)?企业$")


def clear(
    read: Read,
    start: int,
    stop: int,
    said: Relation,
    own: Sequence[Name] = (),
    meant: Indicator | None = None,
) -> bool:
    """Whether all between a name and its number is understood; what ``meant`` has in its own name is."""
    over = [one for one in read.numbers if start < one.end <= stop and _OVER.match(read.text, one.end)]
    over += [one for one in read.numbers if start < one.end <= stop and years_ago(read, one) == 0]
    taken = [(place, one.end) for one in over for place in (one.lead, one.start)]
    taken += [(w.start, w.stop) for w in read.wheres if start <= w.start < stop]
    taken += [(w.start, w.stop) for w in read.whens if start <= w.start < stop]
    taken += [(a, b) for a, b, _ in read.editions if start <= a < stop]
    inside = [one for one in read.names if start <= one.start < stop]
    if said.kind not in ("share", "gap", "contribution") and not own:
        inside = [one for one in inside if said.kind == "change" and read.text[one.start - 1] == "占"]
    taken += [(one.start, one.stop) for one in inside]
    if meant is not None and (phrase := _TO.search(alike(meant.name.zh))):
        at = read.text.find(phrase[0], start, stop)
        taken += [(at, at + len(phrase[0]))] if at >= 0 else []
    if meant is not None and _of_value_added(read, meant):
        taken += [one.span() for one in _VALUE_ADDED.finditer(read.text, start, stop)]
    ends = dict(sorted(taken))
    at = start
    while at < stop:
        if at in ends and ends[at] > at:
            at = ends[at]
            continue
        known = KNOWN.match(read.text, at)
        if known is None:
            return False
        at = known.end()
    return True


def _of_value_added(read: Read, meant: Indicator) -> bool:
    """Whether an indicator, or what it is a gap or a change of, is of 增加值, which may be said apart from its name."""
    bases = [
        read.tables.catalogue.indicators.get(id or "", meant)
        for id in (meant.gap_of, meant.change_of, meant.rank_of)
    ]
    return any("增加值" in one.name.zh for one in (meant, *bases))


def prefix(read: Read, name: Name, listed: Sequence[Name] = ()) -> bool:
    """Whether nothing that isn't understood stands right before a name, back to a stop, and no other name that shares
    its number, unless it is one of a list that is told apart."""
    text = read.text
    begin = max(text.rfind(sign, 0, name.start) for sign in ",。;:!?\n(") + 1
    before = [one.end for one in read.numbers if begin <= one.start and one.end <= name.start]
    earlier = [end for end in before if _OVER.match(text, end)]
    begin = max([begin, *earlier])
    others = [other for other in read.names if begin <= other.start and other.stop <= name.start]
    if others and not listed and _JOINED.fullmatch(text, others[-1].stop, name.start):
        return False
    if others and _stuck(read, others[-1], name):
        return False
    begin = max([begin, *(other.stop for other in others)])
    if _narrowed(read, name):
        return False
    return clear(read, begin, name.start, Relation("plain"))


def _narrowed(read: Read, name: Name) -> bool:
    """Whether what was said since the last number of a sentence makes a name something less than it is (国有企业中，规上工业…), or
    what it is told of uncertain (如果…, 可能)."""
    begin = max([read.sentence(name.start), *(one.end for one in read.numbers if one.end <= name.start)])
    said = [one.span() for one in _NARROWS.finditer(read.text, begin, name.start)]
    inside = [(one.start, one.stop) for one in read.names if begin <= one.start and one.stop <= name.start]
    if _beside_a_period(read, begin, name.start):
        return True
    return any(not any(a <= start and stop <= b for a, b in inside) for start, stop in said)


def _beside_a_period(read: Read, begin: int, stop: int) -> bool:
    """Whether a word or two that aren't understood stand by the period, in a clause of its own, of what is told (2021年民营，…)."""
    for clause in re.finditer("[^,;:]+[,;:]", read.text[begin:stop]):
        start, end = begin + clause.start(), begin + clause.end()
        held = [(one.start, one.stop) for one in read.wheres if start <= one.start < end]
        held += [(one.start, one.stop) for one in read.whens if start <= one.start < end]
        held += [(a, b) for a, b, _ in read.editions if start <= a < end]
        if not any(start <= one.start < one.stop <= end for one in read.whens):
            continue
        taken = {at for a, b in held for at in range(a, b)}
        rest = "".join(" " if at in taken else read.text[at] for at in range(start, end))
        rest = _ORDINAL.sub("", rest)
        aimed = _AIMED.search(rest)
        rest = re.sub("[^\u4e00-\u9fff]", "", _USUAL.sub("", KNOWN.sub("", rest)))
        if 0 < len(rest) <= _WORD or aimed and len(rest) <= _WORD:
            return True
    return False


def _stuck(read: Read, other: Name, name: Name) -> bool:
    """Whether another name stands before one as part of what it is (轻工业规上工业…, 轻工业全省规上工业…), but for 规上工业企业利润."""
    between = read.text[other.stop : name.start]
    if not between:
        return _ENTERPRISES.search(read.text[other.start : other.stop]) is None
    return between in read.places.names


def denominated(read: Read, name: Name, stop: int, meant: Indicator) -> bool:
    """Whether what a share is said to be of, where that is said, is what the indicator is a share of."""
    said = _OF.search(read.text[name.stop : stop])
    if said is None or meant.of is None:
        word = read.text[name.start : name.stop]
        return said is None and (meant.of is None or "占" in word or word == alike(meant.name.zh))
    known = sorted(read.places.names, key=len, reverse=True)
    whose = next((name for name in known if said["of"].startswith(name)), "")
    word, own = _plain(said["of"].removeprefix(whose)), _plain(alike(meant.of.zh))
    return word == own or word == own.removesuffix("增加值") and len(word) > 3


def _plain(words: str) -> str:
    """A denominator as people say it, in one way of saying it."""
    for long, short in _SAID:
        words = words.replace(long, short)
    return words.removeprefix("的").removeprefix("全部")


def _between(read: Read, start: int, stop: int) -> bool:
    """Whether another region is named there, of which the next number is."""
    return any(start <= one.start and one.stop <= stop and not one.base for one in read.wheres)


def spoken_of(read: Read, name: Name, meant: Indicator) -> bool:
    """Whether what a cue leaves unsaid, that it is of 规模以上工业, was said before: by the last name of its sentence, or of the
    one before where its own begins with it; and nothing that isn't understood lies between."""
    begin = read.sentence(name.start)
    inside = [one for one in read.names if begin <= one.start and one.stop <= name.start]
    if not inside and read.text[begin : name.start].strip():
        return False
    earlier = begin if inside else read.sentence(max(0, begin - 1))
    others = [one for one in read.names if earlier <= one.start and one.stop <= name.start]
    if not others or read.text.rfind("\n", earlier, name.start) >= 0:
        return False
    catalogue = read.tables.catalogue.indicators
    first = next((one for one in others if _OF_INDUSTRY.match(read.text, one.start)), None)
    scopes = {catalogue[id].scope for one in others for id in one.indicators[:1]}
    if first is None or meant.scope is None or scopes != {meant.scope}:
        return False
    gap = [
        one for one in read.whens if others[-1].stop <= one.start and one.stop <= name.start and not one.base
    ]
    return not gap if not inside else clear(read, others[-1].stop, name.start, Relation("growth"), others)


def alone(read: Read, at: int, name: Name, said: Relation, meant: Indicator) -> bool:
    """Whether a number has its name for itself: no noun of its own follows it (49家企业获评…), no other number of the
    same kind has been told of the name, and an alias, which says less than a name, stands in a sentence that is understood
    from its beginning."""
    one = read.numbers[at]
    counted = said.kind == "plain" and one.unit not in ("%", "倍") and not one.unit.endswith(POINTS)
    dated = counted and any(w.base and read.text[w.stop : one.start] == "的" for w in read.whens)
    if counted and not dated and not _ENDED.match(read.text, one.end):
        return False
    before = [other for other in read.numbers[:at] if other.unit == one.unit and name.stop <= other.start]
    if counted and not dated and any(not _between(read, other.end, one.start) for other in before):
        return False
    share = read.tables.catalogue.indicators.get(meant.change_of or "", meant)
    if (said.kind == "share" or share.measure == "share") and not denominated(read, name, one.start, share):
        return False
    if _QUALIFIES.match(read.text, one.end):
        return False
    adds = meant.addition is not None or "增" in meant.name.zh
    if counted and not adds and _ADDED.search(read.text, name.stop, one.start):
        return False
    opens = max(read.text.rfind(sign, 0, name.start) for sign in ",。;:!?\n(") + 1
    if not adds and _ADDED.search(read.text, opens, name.start):
        return False
    if counted and not adds and _MOVED.search(read.text[name.stop : one.start]):
        return False
    if counted and _PART.search(read.text[: name.start][-_NEAR:]) and _counted_before(read, name, one, meant):
        return False
    if not grows(read, name, one, said, meant):
        return False
    clause = max(name.stop, *(read.text.rfind(sign, 0, one.start) for sign in ",;、("))
    if said.kind in ("growth", "plain") and any(
        w.base and clause <= w.start and w.stop <= one.start for w in read.wheres
    ):
        return False
    of = read.tables.catalogue.indicators.get(meant.rank_of or "")
    if of is not None and of.measure == "growth_yoy" and not _GROWTH.search(read.text, name.start, one.start):
        return False
    word = read.text[name.start : name.stop]
    if not is_alias(word, meant):
        return True
    begin = read.sentence(name.start)
    others = [other for other in read.names if begin <= other.start and other.stop <= name.start]
    catalogue = read.tables.catalogue.indicators
    if others and _ENTERPRISES.search(read.text[others[-1].start : others[-1].stop]):
        return clear(read, others[-1].stop, name.start, said)
    if is_cue(word, meant):
        return spoken_of(read, name, meant)
    kin = all(catalogue[other.indicators[0]].industry == meant.industry for other in others)
    if kin and clear(read, begin, name.start, said, others or [name]):
        return True
    return any(_afresh(read, name, when.start) for when in read.whens if begin < when.start and not when.base)


def grows(read: Read, name: Name, one: Number, said: Relation, meant: Indicator) -> bool:
    """Whether a percentage that is to be growth is told as such: GDP为5.7% isn't, 增加值 18.5% as tables print it is."""
    if said.kind != "plain" or one.unit != "%" or not meant.measure.startswith("growth"):
        return True
    bare = name.stop >= one.lead
    return bare or _TELLS.search(read.text, read.sentence(name.start), one.end) is not None


def _counted_before(read: Read, name: Name, one: Number, meant: Indicator) -> bool:
    """Whether something was counted in a sentence before one is counted of it (电子信息企业近千家，其中规上企业352家), unless that is what
    the indicator is a part of anyhow."""
    begin = read.sentence(name.start)
    others = [each for each in read.names if begin <= each.start and each.stop <= name.start]
    relations = [each.share_of for each in read.tables.catalogue.indicators.values() if each.share_of]
    wholes = {each.whole for each in relations if each.part == meant.id}
    if others and wholes & {*others[-1].indicators}:
        return False
    counted = [each for each in read.numbers if begin <= each.start and each.end <= name.start]
    return any(each.unit == one.unit for each in counted[-1:])


def _afresh(read: Read, name: Name, start: int) -> bool:
    """Whether a clause begins with a period, of which the name is the first thing told."""
    opens = read.text[start - 1] in ",;:" and start < name.start
    return opens and clear(read, start, name.start, Relation("plain"))
