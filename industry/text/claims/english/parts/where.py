"""The regions that an English text names, by ``name.en`` and the usual forms (Jiangxi Province, the province, nationwide, Ji'an or
Jian). A place that no table is of is known as one; Shaanxi and Shanxi are two."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from industry.text.claims.english.parts.lexicon import WORDS, even
from industry.text.claims.where import UNKNOWN, Where
from industry.vocabulary.catalogue import Catalogue, Region

_NATION = (
    "china", "the nation", "the country", "the whole country", "the whole nation", "the entire country", "nationwide", "national",
    "nationally", "across the country", "across the nation", "countrywide", "chinese",
)  # fmt: skip
_PROVINCE = (
    "the province", "our province", "this province", "the whole province", "provincial", "province wide", "provincewide", "the entire province", "across the province",
)  # fmt: skip
_CITY = ("the city", "our city", "this city", "the municipality", "the whole city", "citywide", "city wide", "the entire city", "across the city")  # fmt: skip
_OWNER = ("our", "we")
_RANKED = re.compile(
    r"(?:among|of) (?:all |the |all the |china's )?(?:\d{1,2} )?"
    r"(?:(?P<provinces>provinces)(?: (?:nationwide|in china|in the country|of the country))?|(?:prefecture-level )?cities (?:of|in) the province)(?![a-z])"
)
"""Among whom places are counted."""
_SAID_OF = (("the province", "this province", "provincial"), ("the city", "this city", "the municipality"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place where it stands: ``region`` as in ``claims.where``."""

    start: int
    stop: int
    region: str | None
    level: str = ""
    """Of one that says no name (the province): its level."""


class Places:
    """How regions are named in an English text that is of ``owner``."""

    def __init__(self, catalogue: Catalogue, owner: Region | None) -> None:
        self.catalogue, self.owner = catalogue, owner
        names: dict[str, str | None] = dict.fromkeys(map(str, WORDS["places"]), UNKNOWN)
        for one in catalogue.regions.values():
            name = even(one.name.en)
            kind = {"province": "province", "city": "city"}.get(one.level, "")
            for form in {name, name.replace("'", "")}:
                names |= dict.fromkeys(
                    (form, f"{form} {kind}".strip(), f"the {kind} of {form}" if kind else form), one.id
                )
        names |= dict.fromkeys(_NATION, catalogue.benchmark.id)
        names |= dict.fromkeys(_PROVINCE, self._own("province"))
        names |= dict.fromkeys(_CITY, self._own("city"))
        names |= dict.fromkeys(_OWNER, self.owner.id if self.owner else None)
        self.names = names
        known = "|".join(
            re.escape(one).replace(r"\ ", r"[\s-]+") for one in sorted(names, key=len, reverse=True)
        )
        self._form = re.compile(rf"({known})(?: province| city| municipality)?(?:'s?)?(?![a-z])")
        self._within = re.compile(r",?\s+(?:in |of )?")

    def _own(self, level: str) -> str | None:
        one = self.owner
        while one is not None and one.level != level:
            one = self.catalogue.within(one)
        return one.id if one else None

    def at(self, text: str, at: int) -> Place | None:
        """The place that begins at a place of a text (made by ``even``); of a city with its province the city."""
        if ranked := _RANKED.match(text, at):
            nation = ranked["provinces"] is not None
            return Place(at, ranked.end(), self.catalogue.benchmark.id if nation else self._own("province"))
        one = self._form.match(text, at)
        if one is None:
            return None
        region = self.names[re.sub(r"[\s-]+", " ", one[1])]
        stop = one.end()
        known = self.catalogue.regions.get(region or "")
        after = self._within.match(text, stop) if known is not None and known.parent else None
        if after and not one[0].endswith("'s") and (outer := self._form.match(text, after.end())):
            its = self.names[re.sub(r"[\s-]+", " ", outer[1])]
            if known is not None and its == known.parent and outer[1] not in ("national", "provincial"):
                stop = outer.end()
        level = "province" if one[1] in _SAID_OF[0] else "city" if one[1] in _SAID_OF[1] else ""
        return Place(at, stop, region, level)

    def meant(self, place: Place, named: set[str], section: str | None) -> Place:
        """A place that says no name (the province), by the regions of its level that were named before it and in the heading."""
        regions = self.catalogue.regions
        told = {
            one for one in (*named, section) if one and one in regions and regions[one].level == place.level
        }
        if not told or told == {place.region}:
            return place
        return replace(place, region=told.pop() if len(told) == 1 else None)

    def alone(self, wheres: list[Where], begin: int, at: int) -> tuple[str | None, bool]:
        """The region of what stands at a place whose sentence, from ``begin``, names none: the owner's; what an earlier
        sentence of the paragraph names is carried on only where it is that."""
        own = self.owner.id if self.owner else None
        before = [one for one in wheres if one.stop <= begin and not one.base]
        if not before:
            return own, own is not None
        last = before[-1].region
        return last, last is not None and last == own
