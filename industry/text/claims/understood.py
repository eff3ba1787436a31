"""Whether all that stands around a name and its number is understood: only then is it sure that the number is of it. A
word that the reader doesn't know may make it another indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence

from industry.text.alike import alike
from industry.text.claims.naming import Name, is_alias, is_cue
from industry.text.claims.numbers import POINTS
from industry.text.claims.readings import Read
from industry.text.claims.relations import Relation
from industry.vocabulary.catalogue import Indicator

KNOWN = re.compile(
    r"[,.、;:()“”\s]|截[至止]|同比|累计|当月|当季|分别|其中|实现|完成|达到|达|为|是|的|了|在|中|均|也|都|由|从|到|至|增速|增幅|增长率|降幅|"
    r"增长|增加|下降|提高|提升|上升|回升|加快|回落|收窄|扩大|放缓|减少|降低|高于|低于|快于|慢于|高出|高|低|快|慢|比(?!重)|较|与|(?<=[比较])上月|"
    r"占比|占|比重|位次|排名|位居|位列|名列|居|列|排|第|平均水平|平均增速|平均增幅|平均|水平|年均|两年平均|前移|后移|首次|已|"
    r"约|超过|超|近|突破|逾|净增|新增|总额|总量|数量|数|规模|一举|预计|预期|有望|力争|确保|目标|计划|争取|仅|就|将|共|共有|共计|有|"
    r"贡献率|对|拉动|上年末|上年同期|去年同期|上年|去年|同期|同时|而|和|及|以及|年内|今年|本年|全年|持平|基本|家|以上|各|转为?"
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
    r"[,、;:()。\n]|$|和|及|以及|转|(?:左右)?(?:回落|提高|提升|下降|上升|增加|扩大|收窄|加快|放缓|降)(?:到|至|为)"
)
"""Behind a number with which something else has been told of the name before."""
_ADDED = re.compile("新增|净增|新建")
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
    taken = [(place, one.end) for one in over for place in (one.lead, one.start)]
    taken += [(w.start, w.stop) for w in read.wheres if start <= w.start < stop]
    taken += [(w.start, w.stop) for w in read.whens if start <= w.start < stop]
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
    return clear(read, begin, name.start, Relation("plain"))


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
    if counted and not _ENDED.match(read.text, one.end):
        return False
    before = [other for other in read.numbers[:at] if other.unit == one.unit and name.stop <= other.start]
    if counted and any(not _between(read, other.end, one.start) for other in before):
        return False
    share = read.tables.catalogue.indicators.get(meant.change_of or "", meant)
    if (said.kind == "share" or share.measure == "share") and not denominated(read, name, one.start, share):
        return False
    if _QUALIFIES.match(read.text, one.end):
        return False
    if (
        meant.addition is None
        and "增" not in meant.name.zh
        and counted
        and _ADDED.search(read.text, name.stop, one.start)
    ):
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


def _afresh(read: Read, name: Name, start: int) -> bool:
    """Whether a clause begins with a period, of which the name is the first thing told."""
    opens = read.text[start - 1] in ",;:" and start < name.start
    return opens and clear(read, start, name.start, Relation("plain"))
