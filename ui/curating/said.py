"""The page's own words, and texts of others as it shows them."""

from __future__ import annotations

from industry.vocabulary.strict_record import STRAIGHT
from industry.wording import worded
from ui.address import language, plain


def told(key: str, *facts: object) -> str:
    """An entry of the page's own words, in its language."""
    return straight(worded("curate", key, language(), *facts))


def straight(text: str) -> str:
    """A text as it is shown: in English with straight quotation marks, since a Chinese face gives curly ones a whole character."""
    return text.translate(STRAIGHT) if language() == "en" else text


def shown(text: str) -> str:
    """Text of others, whole, as Markdown that shows it and does nothing else."""
    return plain(straight(text), None)
