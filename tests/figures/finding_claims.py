"""A finding taken apart into what it claims, in either language, by a grammar of its own: nothing here asks the
program how it words one. A finding that can't be taken apart whole is one that nobody would understand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

POPULATION = r"[两三四五六七八九十](?:省区市|省区|省市|区市|省|直辖市|自治区|市)"
CALLED_EN = r"(?:provinces|autonomous regions|municipalities|cities)"
POPULATION_EN = rf"the (?:two|three|four|five|six|seven) {CALLED_EN}(?:(?:, | and ){CALLED_EN})*"
COUNTS = {word: number for number, word in enumerate("两三四五六七八九十", start=2)} | {
    word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven"), start=2)
}
MEASURES = {
    "同比、两年平均增速": "both",
    "同比、两年平均": "both",
    "同比": "year",
    "两年平均": "average",
    "": "",
}
MEASURES_EN = {
    " year on year and on two-year average": "both",
    " year on year": "year",
    " on two-year average": "average",
    "": "",
}
SIGNS = {"增长": 1, "上升": 1, "为正值": 1, "下降": -1, "为负值": -1, "为净亏损": -1, "持平": 0, "为零": 0}
SIGNS |= {"grew": 1, "rose": 1, "above zero": 1, "fell": -1, "below zero": -1, "with a net loss": -1}
SIGNS |= {"unchanged": 0, "at zero": 0}
MOVES = "增长|上升|下降|持平"
SIZES = "降幅|升幅|净亏损额|绝对值"
SIZES_EN = "fall|rise|net loss|absolute value"
APART = r"(?P<num>[^，；]+)?"
FORMS = (
    ("across", rf"均?(?P<own>{MOVES})（(?P<whom>@NAMES)(?P<theirs>{MOVES})）"),
    ("sign", r"均?(?P<own>增长|上升|为正值|下降|为负值|为净亏损|持平|为零)"),
    ("top", rf"均?(?P<tied>并列)?居(?P<among>{POPULATION})首位"),
    ("least", rf"(?P<size>{SIZES})(?:在(?P<among>{POPULATION})中)?均?(?P<tied>并列)?最小"),
    ("most", rf"(?P<size>{SIZES})(?:在(?P<among>{POPULATION})中)?均?(?P<tied>并列)?最大"),
    ("smaller", rf"(?P<size>{SIZES})均?小于(?P<whom>@LIST){APART}"),
    ("larger", rf"(?P<size>{SIZES})均?大于(?P<whom>@LIST){APART}"),
    ("as_large", rf"(?P<size>{SIZES})均?与(?P<whom>@LIST)相同"),
    ("above", rf"均?(?:高于|多于)(?P<whom>@LIST){APART}"),
    ("below", rf"均?(?:低于|少于)(?P<whom>@LIST){APART}"),
    ("level", r"均?与(?P<whom>@LIST)(?:持平|相同)"),
    ("equal", rf"(?P<size>{SIZES})?均?相同"),
)
BY = r"(?: by (?P<num>[^,;]+?))?"
FORMS_EN = (
    ("across", r"(?:all |both )?(?P<own>grew|rose|fell|unchanged) \((?P<whom>@NAMES) (?P<theirs>grew|rose|fell|unchanged)\)"),
    ("sign", r"(?:all |both )?(?P<own>grew|rose|above zero|fell|below zero|with a net loss|unchanged|at zero)"),
    ("top", rf"(?P<tied>tied )?highest of (?P<among>{POPULATION_EN})"),
    ("least", rf"(?P<tied>tied )?with the smallest (?P<size>{SIZES_EN})(?: of (?P<among>{POPULATION_EN}))?"),
    ("most", rf"(?P<tied>tied )?with the largest (?P<size>{SIZES_EN})(?: of (?P<among>{POPULATION_EN}))?"),
    ("smaller", rf"(?:all |both )?with a smaller (?P<size>{SIZES_EN}) than (?P<whom>@LIST){BY}"),
    ("larger", rf"(?:all |both )?with a larger (?P<size>{SIZES_EN}) than (?P<whom>@LIST){BY}"),
    ("as_large", rf"(?:all |both )?with the same (?P<size>{SIZES_EN}) as (?P<whom>@LIST)"),
    ("above", rf"(?:all |both )?above (?P<whom>@LIST){BY}"),
    ("below", rf"(?:all |both )?below (?P<whom>@LIST){BY}"),
    ("equal", rf"level with one another|with the same (?P<size>{SIZES_EN})"),
    ("level", r"(?:all |both )?level with (?P<whom>@LIST)"),
)  # fmt: skip


@dataclass(frozen=True)
class Claimed:
    """One claim: ``who`` are ids of regions, or empty for the population, which then is its ``count`` and
    ``called``. ``own`` and ``theirs`` are signs, ``whom`` ids of those they are set beside."""

    kind: str
    measure: str
    who: tuple[str, ...] = ()
    count: int = 0
    called: str = ""
    whom: tuple[str, ...] = ()
    own: int | None = None
    theirs: int | None = None
    size: str = ""
    tied: bool = False
    among: int = 0
    number: str = ""


@dataclass(frozen=True)
class Parsed:
    """``when`` it is of, its claims, and the editions that it says have another order."""

    when: str
    claims: tuple[Claimed, ...]
    turned: tuple[str, ...]


class Grammar:
    """Takes findings apart, of regions with these ``names`` (name → id)."""

    def __init__(self, names: Mapping[str, str], language: str) -> None:
        self.names, self.zh = names, language == "zh"
        one = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        self.by = re.compile("、" if self.zh else ", | and ")
        listed = (
            rf"(?:{one})(?:、(?:{one}))*" if self.zh else rf"(?:{one})(?:(?:, (?:{one}))* and (?:{one}))?"
        )
        population = POPULATION if self.zh else POPULATION_EN
        who = rf"(?:(?P<who>{listed})|(?P<pop>{population}))?"
        self.measures = MEASURES if self.zh else MEASURES_EN
        measure = "(?P<measure>" + "|".join(map(re.escape, self.measures)) + ")"
        self.forms = []
        for kind, form in FORMS if self.zh else FORMS_EN:
            told = form.replace("@LIST", listed).replace("@NAMES", one)
            whole = rf"{who}{measure}(?:{told})" if self.zh else rf"(?:{who} )?(?:{told}){measure}"
            end = r"(?:，|；|\Z)" if self.zh else r"(?:, |; |\Z)"
            self.forms.append((kind, re.compile(whole + end)))
        self.turned = re.compile(
            r"按(?P<edition>[^，；]+)，次序不同(?:；|\Z)"
            if self.zh
            else r"the order differs by (?P<edition>[^;]+)(?:; |\Z)"
        )

    def parse(self, finding: str) -> Parsed:
        """Raises ValueError where it can't be taken apart whole."""
        between = "，" if self.zh else ", "
        starts = [0, *(match.end() for match in re.finditer(re.escape(between), finding))]
        for start in starts:
            found = self._claims(finding[start:])
            if found is not None and found[0]:
                return Parsed(finding[:start].removesuffix(between), *found)
        raise ValueError(finding)

    def _claims(self, text: str) -> tuple[tuple[Claimed, ...], tuple[str, ...]] | None:
        claims: list[Claimed] = []
        editions: list[str] = []
        while text:
            if turned := self.turned.match(text):
                editions += self.by.split(turned["edition"])
                text = text[turned.end() :]
                continue
            tried = ((kind, form.match(text)) for kind, form in self.forms)
            kind, found = next(((kind, found) for kind, found in tried if found), ("", None))
            if found is None:
                return None
            claim = self._claim(kind, found.groupdict(), claims)
            if claim is None:
                return None
            claims.append(claim)
            text = text[found.end() :]
        return tuple(claims), tuple(editions)

    def _claim(self, kind: str, said: Mapping[str, str | None], before: Sequence[Claimed]) -> Claimed | None:
        who = self._ids(said.get("who"))
        pop = said.get("pop") or ""
        count = self._count(pop)
        if not who and not pop:
            if not before:
                return None
            who, count, pop = before[-1].who, before[-1].count, before[-1].called
        size = said.get("size") or ""
        sizes = dict(zip(SIZES_EN.split("|"), SIZES.split("|"), strict=True))
        return Claimed(
            kind=kind,
            measure=self.measures[said["measure"] or ""],
            who=who,
            count=count,
            called=pop,
            whom=self._ids(said.get("whom")),
            own=SIGNS[said["own"]] if said.get("own") else None,
            theirs=SIGNS[said["theirs"]] if said.get("theirs") else None,
            size=sizes.get(size, size),
            tied=bool(said.get("tied")),
            among=self._count(said.get("among") or ""),
            number=said.get("num") or "",
        )

    def _ids(self, listed: str | None) -> tuple[str, ...]:
        return tuple(self.names[one] for one in self.by.split(listed)) if listed else ()

    def _count(self, population: str) -> int:
        if not population:
            return 0
        return COUNTS[population[0] if self.zh else population.split()[1]]
