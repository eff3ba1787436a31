"""Whether what stands behind a figure of an English sentence makes it one of something else (18.5%, excluding cars)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from industry.text.claims.english.parts.lexicon import changes
from industry.text.claims.english.said import Said
from industry.text.claims.english.sentences import Piece

_LIMITS = re.compile(
    r"[\s,(\-]*(?:but |and |when |if |even )*(?:excluding|except|without|not|if|unless|provided|assuming|in nominal|in real|after (?:deduct|exclud|adjust)|net of|before tax|after tax|once |provided |"
    r"adjusted|minus|apart from|other than|aside from|instead of|rather than|on condition|subject to|disregarding|leaving out)\b"
)
"""Behind a figure, what makes it one of something else."""
_BASES = frozenset(("month_on_month", "two", "annual", "averaging", "mean"))
"""On which base a figure is told that isn't a year before."""
_COMPARES = frozenset(("more", "less", "exceed", "trail"))
"""What tells something of its own in a clause without a figure."""


def limited(some: Sequence[Piece], text: str, at: int, said: Said) -> bool:
    """Whether words behind a figure make it one of something else, or it is a difference of about or over so much."""
    one = some[at].token.figure
    assert one is not None
    end = said.behind[-1] if said.behind else at
    opened = said.kind in ("gap", "change") and one.print[0] not in "0123456789约持基"
    return opened or _LIMITS.match(text, some[end].stop) is not None or _qualified(some, text, end + 1)


def _qualified(some: Sequence[Piece], text: str, at: int) -> bool:
    """Whether a bracket, or a clause without a figure, that begins at an index may change the figure before it."""
    if at >= len(some) or some[at].kind not in ("open", "comma"):
        return False
    kinds: list[str] = []
    for one in some[at + 1 :]:
        if one.kind in ("number", "comma", "semi", "close", "while"):
            break
        kinds.append(one.kind)
    follows = at + 1 + len(kinds)
    if follows < len(some) and some[follows].kind == "number":
        return False
    if {"aim", "forecast"} & set(kinds) or some[at].kind == "open" and "unknown" in kinds:
        return True
    told = [kind for kind in kinds if kind != "fill"]
    if some[at].kind == "open" or _COMPARES & set(told):
        return False
    words = " ".join(text[each.start : each.stop] for each in some[at + 1 : follows])
    on = told[:1] == ["compare"] and "ago" not in told or told[:1] in (["time"], ["in"]) and "unknown" in told
    of = told in (["time"], ["in", "place"], ["figure", "in", "place"]) or bool(_BASES & set(told))
    return on or of or changes(words)
