"""What no text of ours says, in one place: who comes last, who lags behind or drags, and judgements. What a
document prints is its own; what a title may not say besides is in tests/figures/test_titles.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ZH = re.compile(
    r"最低|最差|最少|最弱|最慢|垫底|倒数|落后|拖累|拖后腿|居末|末位[省市区]|殿后|"
    r"[优劣逊差好]于(?!人|民)|逊色|领先|领跑|跑赢|跑输|疲软|失速|亮眼|喜人|可喜|强劲|不佳|欠佳|堪忧|"
    r"(?:态势|形势|势头)(?:良好|向好|喜人)|稳中向好"
)
EN = re.compile(
    r"\b(?:lowest|worst|poorest|weakest|slowest|fewest|bottom|lags?|lagged|lagging|laggards?|drag(?:s|ged|ging)?|"
    r"trail(?:s|ed|ing)?|outperform\w*|underperform\w*|beats?|beating|impressive\w*|disappoint\w*|"
    r"encouraging\w*|robust|sluggish)\b",
    re.IGNORECASE,
)
FALL_AS_RISE = re.compile(r"(?:增长|上升|下降|提高)[约超近]?[−－-]\s?\d|\b(?:grew|rose|fell)(?: by)? [−-]\d")
"""A fall told as a negative rise."""

NAME = re.compile("“[^”]*”")


def judging(texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Every text that says what none may, behind where it stands; a name in quotation marks is another's."""
    for where, text in texts:
        text = NAME.sub("", text)
        for words in (ZH, EN, FALL_AS_RISE):
            if found := words.search(text):
                yield f"{where}: {text.strip()} says {found[0].strip()}"
