"""The page's own words, in its language."""

from __future__ import annotations

from industry.wording import worded
from ui.address import language


def told(key: str, *facts: object) -> str:
    return worded("curate", key, language(), *facts)
