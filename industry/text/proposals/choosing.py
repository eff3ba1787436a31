"""Which indicator a proposed row is of, as far as that may honestly be said, and which others a curator should look at.

A claim without a doubt names it. A doubted one is taken only where its name stands in the number's own clause with no
number between, and nothing else is named as near; else the field stays empty and the candidates tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from industry.kept import kept
from industry.tables import plausible
from industry.tables.tables import Tables
from industry.text.alike import alike, pairs
from industry.text.claims import naming
from industry.text.claims.fits import counts
from industry.text.claims.numbers import POINTS
from industry.text.claims.where import UNKNOWN
from industry.text.proof import verdict
from industry.text.proposals.setting import Setting
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.printed import words

MOST = 5
"""Candidates that are told."""
_LEAST = 3
"""Pairs of letters that a candidate shares with the text, at least."""
_NEAR = 16
"""Letters between a name and its number, at most."""
_UNDERSTOOD = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, words.LEAD), key=len, reverse=True)) + "|数量?|总[额量]|的)*"
)
"""What may stand between a name and its number."""
_PART = re.compile("其中|聚集|重点|在建|签约|开工|竣工|推荐|申报")
_ADDED = re.compile("净增(?!长)|新增|新建|新?认定|新?培育")
_OWNER = re.compile(r"(?:集群|园区|开发区|产业|行业|产业链|基地|公司|集团|企业)$")
_ALL = re.compile("规(?:模以上|上|模)(?:工业)?企业$")
_SOME = re.compile(
    r"(中小|小微|大中型|大型|民营|国有|外商|外资|私营|股份制)[微]?(?:控股)?(?:投资)?(?:工业)?企业"
)
_LIMITED = re.compile("以[上下]的")
"""Words that say which of them alone are counted (5亿元以上的集群)."""
_PART_OF = "其中"
_MEASURES: Mapping[str, tuple[str, ...]] = {
    "growth": ("growth_yoy", "growth_annual_average", "growth_two_year_average", "change"),
    "share": ("share", "rate", "parameter"),
    "contribution": ("contribution", "share"),
    "gap": ("gap",),
    "change": ("change",),
    "rank": ("rank", "count", "level"),
    "rank_change": ("change",),
    "multiple": ("multiple", "growth_yoy"),
}


def choose(one: Setting, tables: Tables) -> tuple[Indicator | None, tuple[Indicator, ...], bool]:
    """The indicator or None, the others that it may be, and whether it is doubted."""
    claim = one.claim
    fit = [each for each in claim.indicators if _reads(one, each)]
    certain = "indicator" not in claim.doubts and not _of_a_part(one)
    if claim.base is not None:  # no figure of the tables is growth on another time than a year before
        return None, tuple(islice(_once(fit), MOST)), True
    some = bool(fit) and _of_some(one, fit[0])
    named = certain or len(fit) == 1 and _in_clause(one, fit[0], tables)
    first = fit[0] if fit and named and not some and claim.region != UNKNOWN else None
    wide = () if first is not None and certain else chain(_by_words(one, tables), claim.near)
    others = (each for each in chain(fit, wide) if each is not first and _reads(one, each))
    return first, tuple(islice(_once(others), MOST)), not certain


def _once(found: Iterable[Indicator]) -> Iterator[Indicator]:
    seen: set[str] = set()
    for each in found:
        if each.id not in seen:
            seen.add(each.id)
            yield each


def _of_a_part(one: Setting) -> bool:
    """Whether a count is told of a part of what the clause before counts (…企业近千家,其中规模以上企业352家)."""
    return _counted(one) and (one.before.startswith(_PART_OF) or _LIMITED.search(one.before) is not None)


def _counted(one: Setting) -> bool:
    """Whether things are counted, and no money or shares."""
    unit = one.claim.number.unit
    return one.claim.relation.kind == "plain" and not unit.endswith(("元", "%", POINTS))


def _of_some(one: Setting, indicator: Indicator) -> bool:
    """Whether the sentence speaks of some of the enterprises (中小企业) and the indicator is of them all."""
    begin = one.clause[0] if _counted(one) else one.sentence[0]
    said = _SOME.search(one.text, begin, one.start)
    return said is not None and not any(said[1] in name for name in (indicator.name.zh, *indicator.aliases))


def _owned(before: str) -> bool:
    """Whether what stands before a name says whose it is (县域特色产业集群营业收入): not the region's."""
    left = before
    while word := max((each for each in words.LEAD if left.endswith(each)), key=len, default=""):
        left = left[: -len(word)]
    return _OWNER.search(left) is not None and _ALL.search(left) is None


def _reads(one: Setting, indicator: Indicator) -> bool:
    """Whether the number can be read as a figure of the indicator."""
    measures = _MEASURES.get(one.claim.relation.kind)
    if measures is not None and indicator.measure not in measures:
        return False
    said = verdict.read(one.claim, indicator)
    if said is None or verdict.unit_differs(one.claim, indicator):
        return False
    return not plausible.counts(indicator) or not (said.value % 1 or said.value_to and said.value_to % 1)


def _in_clause(one: Setting, indicator: Indicator, tables: Tables) -> bool:
    """Whether the indicator is named in the number's own words: since the number before, with nothing between that isn't
    understood and no noun before that may make it another; or right behind the number."""
    begin = max(one.clause[0], _before(one))
    said = one.text[begin : one.clause[1]]
    start, end = one.start - begin, one.end - begin
    for name in naming.find(said, tables):
        if indicator.id not in name.indicators:
            continue
        before = said[: name.start] if name.stop <= start else said[end : name.start]
        between = said[name.stop : start] if name.stop <= start else ""
        if (
            len(between) > _NEAR
            or not _UNDERSTOOD.fullmatch(between)
            or _PART.search(before)
            or one.said.startswith(_PART_OF)
        ):
            continue
        if _owned(before) or _LIMITED.search(before):
            continue
        if indicator.addition is None and "增" not in indicator.name.zh and _ADDED.search(before + between):
            continue
        if name.stop <= start or name.start - end <= 1:
            return True
    return False


def _before(one: Setting) -> int:
    """Where the number before it in its clause ends."""
    found = [each.end() for each in re.finditer(r"\d[\d.,]*(?:个百分点|[%\u4e00-\u9fff])?", one.before)]
    return one.clause[0] + (found[-1] if found else 0)


@kept
def _naming(tables: Tables) -> Mapping[str, Sequence[tuple[str, int]]]:
    """By every pair of letters the names in which it stands, each as an indicator's id and the place among its names."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for each in tables.catalogue.indicators.values():
        for place, name in enumerate((each.name.zh, *each.aliases)):
            for pair in sorted(pairs(alike(name))):
                found[pair].append((each.id, place))
    return found


def _by_words(one: Setting, tables: Tables) -> Iterator[Indicator]:
    """Indicators whose names share words with what stands around the number, those that share most first: words of its
    clause weigh double."""
    near, wide = pairs(one.before + "|" + one.behind[:12]), pairs(one.said)
    shared: Counter[tuple[str, int]] = Counter()
    known = _naming(tables)
    for pair in near | wide:
        for name in known.get(pair, ()):
            shared[name] += 2 if pair in near else 1
    best: dict[str, int] = {}
    for (id, _), score in shared.items():
        best[id] = max(score, best.get(id, 0))
    order = {id: place for place, id in enumerate(tables.catalogue.indicators)}
    for id in sorted(best, key=lambda id: (-best[id], order[id])):
        if best[id] >= _LEAST and counts(tables.catalogue.indicators[id], one.claim.number):
            yield tables.catalogue.indicators[id]
