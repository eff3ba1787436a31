"""A long name that is said in full once, with how it is called from there on (规模以上工业（以下简称规上工业）), and then by its short one."""

from __future__ import annotations

from industry.wording.said import Said
from industry.wording.words import worded


class ShortNames:
    """Of one document, asked for its texts in their order."""

    def __init__(self, language: str) -> None:
        self.whole, self.short = (
            worded("paper", key, language) for key in ("designated", "designated_short")
        )
        self.introduced = False
        self._language = language

    def said(self, told: str) -> Said:
        """Running text: the first name in full, all others short."""
        before, name, after = told.partition(self.whole)
        if not name or self.introduced:
            return self.named(told)
        self.introduced = True
        first = worded("paper", "called", self._language, self.whole, self.short)
        return _like(told, before + first + self.named(after))

    def named(self, told: str) -> Said:
        """A heading or a title: the short name, once it has been said what it is short for."""
        return _like(told, told.replace(self.whole, self.short) if self.introduced else told)


def shortened(told: str, language: str) -> str:
    """Words with the short name alone, wherever in a document they stand."""
    whole, short = (worded("paper", key, language) for key in ("designated", "designated_short"))
    return told.replace(worded("paper", "called", language, whole, short), short).replace(whole, short)


def _like(told: str, words: str) -> Said:
    """Other words of the same figures."""
    return Said(words, told.rows, told.kind) if isinstance(told, Said) else Said(words)
