"""What each number of an English paragraph claims, as the same ``Claim`` that Chinese text gives, so that it is judged alike.

What is sure and what a guess is decided as for Chinese: a period or region is carried on within its paragraph, a subject never.
The text is taken apart into paragraphs and sentences here; what a sentence claims is for ``claiming``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from industry.tables.tables import Tables
from industry.text.claims.claim import Claim
from industry.text.claims.english import sentences
from industry.text.claims.english.claiming import Sentence
from industry.text.claims.english.holding import Carried
from industry.text.claims.english.parts import lexicon, naming, tokens
from industry.text.claims.english.parts.tokens import Token
from industry.text.claims.english.parts.when import Clock
from industry.text.claims.english.parts.where import Places
from industry.text.claims.when import YEAR, When

_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[A-Za-z]{2,}")
_GLOSSES = re.compile("[(（][^()（）]*[)）]")
_FEW = 5
_COMPARING = {"than", "compare", "more", "less", "exceed", "trail"}
_HEADING = 80
_PLANNED = re.compile(
    r"\b(?:plans?|targets?|goals?|outlook|forecasts?|priorities|tasks?|next|ahead|prospects?|budget)\b"
)
_LONGEST = 1200
"""Letters that are read as one sentence; what is longer is cut at a blank, and what is cut is no sentence."""


def spoken(paragraph: str) -> bool:
    """Whether a paragraph is English: words in Latin letters, and hardly a Chinese one but in brackets."""
    latin = len(_LATIN.findall(paragraph))
    if latin == 1 and not _HAN.search(_GLOSSES.sub("", paragraph)):
        return paragraph[:1].isupper()
    return latin > 1 and latin > _FEW * len(_HAN.findall(_GLOSSES.sub("", paragraph)))


class Text:
    """A text whose English paragraphs are read one after the other. ``owner``: id of the region whose it is."""

    def __init__(self, tables: Tables, written: date | None, owner: str | None) -> None:
        self.tables, self.written = tables, written
        self.places = Places(tables.catalogue, tables.catalogue.regions[owner] if owner else None)
        self.designated = False
        self.section: str | None = None
        self.title: When | None = None
        self.heading: When | None = None
        self.years: set[int] = set()
        self.other = False
        self.began = False

    def claims(self, paragraph: str, start: int, last: When | None) -> tuple[list[Claim], When | None]:
        """The claims of a paragraph that begins at ``start``, in order, and the last period named; ``last``: that of the
        paragraph before, which is carried on as a guess."""
        if _headed(paragraph):
            self._head(paragraph)
        said = Carried(Clock(self.written, last=last), last=last, section=self.section)
        if (held := self.heading) is not None and self.years <= {held.last // YEAR}:
            said.last, said.old = held if not self.other else last, self.other
            said.clock.last, said.clock.year = said.last, held.last // YEAR
        made: list[Claim] = []
        for begin, end, whole in _sentences(paragraph):
            one = self._sentence(paragraph[begin:end], begin, said, whole)
            claims = one.claims()
            self.began = self.began or bool(claims)
            made += [claim.moved(start) for claim in claims]
            names = [each.name for each in one.some if each.name]
            self.designated = self.designated or any(
                {"industry", "designated"} <= each.said for each in names
            )
            said.names += names
            said.unplaced = said.unplaced or bool(claims) and not said.wheres and not one.wheres
            said.wheres += one.wheres
            said.subject = one.going.subject
            if times := one.holding.times():
                self.years |= {each.last // YEAR for each in times}
                self.other = self.other or any(
                    (each.first, each.last) != _span(self.heading) for each in times
                )
                said.last, said.old = times[-1], False
                said.clock.last = times[-1]
                said.clock.year = times[-1].last // YEAR if times[-1].sure else said.clock.year
            elif said.last is not None and not said.old:
                said.clock.last, said.clock.year = said.last, said.last.last // YEAR
        return made, said.last

    def _head(self, heading: str) -> None:
        """Take from a heading the one region and the one period that it names; without a period, the title's holds."""
        text = lexicon.even(heading)
        clock = Clock(self.written)
        found = list(tokens.tokens(text, heading, clock, self.places, naming.names(self.tables)))
        named = {
            one.place.region for one in found if one.kind == "place" and one.place and not one.place.level
        }
        only = next(iter(named), None) if len(named) == 1 else None
        self.section = only if only in self.tables.catalogue.regions else None
        times = [one.when for one in found if one.kind == "time" and one.when]
        planned = any(one.kind in ("aim", "forecast") for one in found) or _PLANNED.search(text) is not None
        sure = len(times) == 1 and times[0].sure and not planned and self._over(times[0])
        if not self.began and self.title is None and sure:
            self.title = times[0]
        self.heading = times[0] if sure else None if times else self.title
        self.years, self.other = set(), False

    def _over(self, when: When) -> bool:
        one_year = when.first // YEAR == when.last // YEAR
        return (
            one_year
            and self.written is not None
            and when.last <= self.written.year * YEAR + self.written.month - 1
        )

    def _place(self, found: list[Token], said: Carried) -> None:
        """Say of which region “the province” is, by what has been named before it, but for what it is only compared with."""
        named = {one.region for one in said.wheres if one.region and not one.base}
        kinds: list[str] = []
        for at, one in enumerate(found):
            kinds.append(one.kind)
            if one.place is None:
                continue
            if one.place.level:
                place = self.places.meant(one.place, named, self.section)
                found[at] = replace(one, place=place)
            elif one.place.region and not _COMPARING & set(kinds[-4:]):
                named.add(one.place.region)

    def _sentence(self, original: str, start: int, said: Carried, whole: bool) -> Sentence:
        text = lexicon.even(original)
        found = list(tokens.tokens(text, original, said.clock, self.places, naming.names(self.tables)))
        self._place(found, said)
        some = sentences.pieces(found, self.tables)
        return Sentence(
            original, text, start, some, self.tables, self.places, said, self.written, whole, self.designated
        )


def _span(when: When | None) -> tuple[int, int] | None:
    return (when.first, when.last) if when else None


def _headed(paragraph: str) -> bool:
    """Whether a paragraph is a heading."""
    return len(paragraph) <= _HEADING and paragraph.rstrip()[-1:] not in (".", "!", "?", ",", ";", ":")


def _sentences(paragraph: str) -> Iterator[tuple[int, int, bool]]:
    """Where each sentence begins and ends, and whether it is one in full."""
    cut = len(paragraph) > _LONGEST
    for begin, end in sentences.ends(paragraph):
        whole = end - begin <= _LONGEST
        if (
            cut
            and begin == 0
            and not paragraph[0].isupper()
            or cut
            and end == len(paragraph)
            and paragraph[-1].isalnum()
        ):
            whole = False
        while end - begin > _LONGEST:
            stop = paragraph.rfind(" ", begin + 1, begin + _LONGEST)
            stop = stop if stop > begin else begin + _LONGEST
            yield begin, stop, False
            begin = stop
        yield begin, end, whole
