"""What brackets beside a number put in doubt: words that aren't known to be harmless, another region, another time. What stands in
brackets with a figure of its own is of that alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from industry.text.claims.numbers import Number
from industry.text.claims.readings import Read
from industry.text.claims.when import When, of_figure

_IN_BRACKETS = re.compile(
    r"(?:含|按?(?:照)?可比价格?(?:计算|口径)?|可比口径|下同|累计|同比|(?:以下|下同)?简称.*|%|[一二三四五六七八九十\d]{1,2})*"
)
_ITS_OWN = re.compile(r"(?:同比)?(?:为|是|增长|下降)?[-+]?$")
"""Between a period in brackets and a figure that is of it: (2020年1-3月为-6.1%)."""


def bracketed(
    read: Read, start: int, one: Number, end: int, place: str | None, time: When | None
) -> Iterator[str]:
    """What of a claim the brackets from a place to the ``end`` of its sentence put in doubt: any of ``indicator region period``."""
    for found in re.finditer(r"\(([^()]*)\)", read.text[start:end]):
        first, last = start + found.start(1), start + found.end(1)
        if first <= one.start < last:
            continue  # what stands in them with the number is asked as any words before it
        if first > one.end + 1 and any(sign in read.text[one.end : first - 1] for sign in ",;:"):
            return
        regions = [each for each in read.wheres if first <= each.start < last]
        whens = [each for each in read.whens if first <= each.start < last]
        if first < one.start and whens and all(of_figure(read.text, each, one.start) for each in whens):
            continue  # it is of the figure before
        figures = [each for each in read.numbers if first <= each.start < last]
        if figures and (regions or whens and _ITS_OWN.match(read.text, whens[0].stop, figures[0].start)):
            continue  # it has a figure of its own: (全国为14.4%)
        if any(each.region != place for each in regions):
            yield "region"
        if time is None or any((each.first, each.last) != (time.first, time.last) for each in whens):
            yield "period" if whens else "indicator"
        rest = found[1]
        for told in [read.text[each.start : each.stop] for some in (regions, whens) for each in some]:
            rest = rest.replace(told, "", 1)
        for number in [each for each in read.numbers if first <= each.start < last]:
            rest = rest.replace(read.text[number.lead : number.end], "", 1)
        if not _IN_BRACKETS.fullmatch(rest):
            yield "indicator"
