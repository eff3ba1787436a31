"""What people write for yes and for no in the cells and files that they fill in. What is agreed to belongs with whoever asks."""

from __future__ import annotations

import unicodedata

_YES = frozenset(
    [
        "yes",
        "y",
        "true",
        "t",
        "1",
        "ok",
        "okay",
        "是",
        "是的",
        "对",
        "好",
        "行",
        "可",
        "可以",
        "要",
        "接受",
        "采用",
        "采纳",
        "同意",
        "认可",
        "确认",
        "已确认",
        "已核",
        "已核对",
        "通过",
        "√",
        "✓",
        "✔",
        "☑",
    ]
)
_NO = frozenset(
    [
        "no",
        "n",
        "false",
        "f",
        "0",
        "否",
        "不",
        "不是",
        "不对",
        "不行",
        "不要",
        "不接受",
        "不采用",
        "不同意",
        "不认可",
        "未确认",
        "×",
        "✗",
        "✘",
        "☐",
    ]
)


def agreed(text: str) -> bool | None:
    """Whether a text says yes, or no; None where it says neither."""
    even = unicodedata.normalize("NFKC", text).strip().casefold()
    return True if even in _YES else False if even in _NO else None
