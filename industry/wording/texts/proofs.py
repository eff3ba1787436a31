"""核稿 in words: the name of each verdict, one sentence of why, and the sum of them, which begins with what wasn't checked.

Why is a code with facts (see ``text.proof.verdict.Judged``); its sentence stands in ``words/proofs.yaml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from industry.rules.arithmetic.derived import gap_between
from industry.rules.verdicts import Reason
from industry.tables.tables import Tables
from industry.text.proof import Judged
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import parse
from industry.wording.audits import dispute
from industry.wording.citation import dated
from industry.wording.derivations import formula
from industry.wording.numbers import (
    derived_mark,
    factor,
    magnitude,
    number,
    period,
    plain,
    points,
    unit,
    unit_alone,
    unit_name,
)
from industry.wording.phrases import say
from industry.wording.reasons import edition, reason, status, supplied
from industry.wording.texts.places import place_in_document
from industry.wording.words import form, worded

ORDER = (
    "not_held", "unreadable", "to_confirm",
    "differs", "comparison_false", "other_status", "disputed", "cannot_compare",
    "other_edition", "other_period", "other_region", "other_basis",
    "derivable", "agrees_rounded", "agrees", "comparison_true",
)  # fmt: skip
"""The verdicts as they are summed up: what wasn't checked first, then what is to be looked at, what is right last."""
_DIFFERENCES = ("gap", "change")
_WORKED_OUT = {"gap": "gap_between", "share": "share_within"}
_COMMON = 3
"""Facts of a reason that names what could be compared: a period and two rows."""


def verdict(code: str, language: str) -> str:
    """相符, 不符, 未收录 …: what a verdict is called."""
    return worded("proofs", f"verdict_{code}", language)


def because(one: Judged, tables: Tables, language: str) -> str:
    """Why, as one line without a stop: of what the number is where it agrees, else what the tables say."""
    told = one.reason
    if one.verdict == "disputed":
        return _disputed(one, tables, language)
    if one.verdict == "cannot_compare" and told.code == "period" and not told.facts:
        return worded("proofs", "because_cannot_missing", language)
    if one.verdict == "cannot_compare" and not _own(told):
        return reason(told, tables.catalogue.config, language)
    key = told.code
    if one.verdict == "derivable":
        key = "derivable"
    if key == "guessed":
        key = _guess(one)
    if key == "unknown" and not told.facts:
        key = "nothing_alike"
    if key == "unit" and one.row is None:
        key = "unit_alone"
    if key in ("difference", "falls"):
        key = _side(key, Decimal(told.facts[2]))
    if one.verdict == "differs" and key == "rounded":
        key = "rounded_rate"
    if one.verdict == "cannot_compare":
        key = f"cannot_{key}"
    return form("proofs", f"because_{key}", language).format_map(_Facts(one, tables, language))


def cited(row: Observation, language: str) -> str:
    """江西省工业和信息化厅，2021年7月，第8段: who says so, and where; nothing of a derived figure."""
    if row.derived:
        return ""
    source = dated(row.publication, language)
    if row.source is None or not row.source.document or row.paragraph is None:
        return source
    return say("comma", language).join((source, place_in_document(row.paragraph, False, language)))


def summary(found: Iterable[Judged], language: str) -> str:
    """未收录1，存疑1，相符2。: how many numbers have each verdict."""
    counted = Counter[str](one.verdict for one in found)
    if not counted:
        return worded("proofs", "no_number", language)
    told = [
        worded("proofs", "counted", language, verdict(code, language), counted[code])
        for code in ORDER
        if counted[code]
    ]
    return say("comma", language).join(told) + ("。" if language == "zh" else ".")


def subject(row: Observation, tables: Tables, language: str) -> str:
    """江西规上工业增加值增速，2021年1—6月: whose, what and when a figure is, with its edition where it has one."""
    whose = say("whose", language, row.region.name(language), _what(row, tables, language))
    told = [whose, period(row.period, language)]
    if row.status != "actual":
        told.append(status(row.status, language))
    if row.edition:
        told.append(edition(row.edition, tables.catalogue.config, language))
    return say("comma", language).join(one for one in told if one)


def _what(row: Observation, tables: Tables, language: str) -> str:
    """The name of its indicator; of a gap or a share that was worked out for a claim, that it is one and of which region."""
    name, made = row.indicator.name(language), row.derivation
    if (
        made is None
        or made.rule not in _WORKED_OUT
        or made.place
        or row.indicator.id in tables.catalogue.indicators
    ):
        return name
    return say(_WORKED_OUT[made.rule], language, name, made.terms[1].region.name(language))


def _own(told: Reason) -> bool:
    """Whether a comparison fails for a reason of the proof's own, and not for one of ``rules.verdicts``."""
    return (
        told.code in ("two_sources", "not_held", "inexact")
        or told.code == "period"
        and len(told.facts) == _COMMON
    )


def _side(code: str, difference: Decimal) -> str:
    """Which of two is the higher one, or the larger fall."""
    if not difference:
        return "level"
    more, less = ("falls_larger", "falls_smaller") if code == "falls" else ("higher", "lower")
    return more if difference > 0 else less


def _guess(one: Judged) -> str:
    """The sentence of a guess: the row may say the same, or be an end of what is compared; or there is none."""
    if one.row is None:
        return "guessed_alone" if one.reason.facts else "guessed_bare"
    if not one.reason.facts:
        return "guessed_plain"
    compared = one.claim.relation.kind in _DIFFERENCES and one.row.indicator.measure not in _DIFFERENCES
    return "guessed_end" if compared else "guessed"


def _disputed(one: Judged, tables: Tables, language: str) -> str:
    assert one.row is not None
    found = next(each for each in tables.findings if one.row in each.disputed)
    told = subject(one.row, tables, language), dispute(found, one.row, language)
    return worded("proofs", "because_dispute", language, *told)


class _Facts(dict[str, str]):
    """The blanks of a sentence, each filled when the sentence asks for it."""

    def __init__(self, one: Judged, tables: Tables, language: str) -> None:
        super().__init__()
        self.one, self.tables, self.language, self.told = one, tables, language, one.reason.facts

    def __missing__(self, name: str) -> str:
        return str(getattr(self, f"_{name}")())

    def _row(self) -> Observation:
        assert self.one.row is not None
        return self.one.row

    def _subject(self) -> str:
        return subject(self._row(), self.tables, self.language)

    def _number(self) -> str:
        return self._figure(self._row())

    def _figure(self, row: Observation) -> str:
        """A figure as every sentence tells it: of one that is worked out, that it is."""
        return number(row, self.language, marked=True)

    def _unit(self) -> str:
        if self.one.row is None:
            return unit_alone(self.told[0], self.language)
        return unit_name(self._row().indicator, self.language)

    def _period(self) -> str:
        return period(self._row().period, self.language)

    def _said_period(self) -> str:
        """The period that the text says, if it says one."""
        return period(parse(self.told[1], "flow"), self.language) if self.told[1] else self._unsaid()

    def _region(self) -> str:
        return self._row().region.name(self.language)

    def _said_region(self) -> str:
        known = self.tables.catalogue.regions.get(self.told[1])
        return known.name(self.language) if known else self._unsaid()

    def _unsaid(self) -> str:
        return worded("proofs", "unsaid", self.language)

    def _status(self) -> str:
        return status(self.told[0], self.language)

    def _said_status(self) -> str:
        return status(self.told[1], self.language)

    def _indicator(self) -> str:
        return self._row().indicator.name(self.language)

    def _said_indicator(self) -> str:
        return self.tables.catalogue.indicators[self.told[1]].name(self.language)

    def _edition(self) -> str:
        return edition(self.told[0], self.tables.catalogue.config, self.language)

    def _newest(self) -> str:
        return self._named(self.told[1])

    def _named(self, id: str) -> str:
        """A row as a term: whose, what, when, how much."""
        row = self.tables.row(id)
        return say("named", self.language, subject(row, self.tables, self.language), self._figure(row))

    def _formula(self) -> str:
        return formula(self._row(), self.language)

    def _doubts(self) -> str:
        doubted = (worded("proofs", f"doubt_{one}", self.language) for one in self.told)
        return say("listed", self.language).join(doubted)

    def _supplied(self) -> str:
        return supplied(self.told, self.language)

    def _missing(self) -> str:
        """Of what nothing is in the tables: an indicator, a region where one is told, a period."""
        indicator, *regions, when = self.told
        known = self.tables.catalogue
        told = known.indicators[indicator].name(self.language)
        for one in filter(known.regions.__contains__, regions):
            told = say("whose", self.language, known.regions[one].name(self.language), told)
        return say("comma", self.language).join((told, period(parse(when, "flow"), self.language)))

    def _one_end(self) -> str:
        return self._end(self.told[0])

    def _other_end(self) -> str:
        return self._end(self.told[1])

    def _end(self, id: str) -> str:
        """An end of a difference: whose and when, and how much."""
        row = self.tables.row(id)
        head = say("valued", self.language, row.region.name(self.language), period(row.period, self.language))
        return say("named", self.language, head, self._figure(row))

    def _difference(self) -> str:
        one, other = (self.tables.row(id) for id in self.told[:2])
        if one.derived or other.derived:
            gap = gap_between(one, other)
            return magnitude(gap, self.language) + derived_mark(gap, self.language)
        row, value = self._row(), Decimal(self.told[2])
        step = min(one.step, other.step) * self._factor()
        word = points(self.language) if row.indicator.unit == "%" else unit(row.indicator, self.language)
        return plain(abs(value) * self._factor(), step, self.language) + word

    def _factor(self) -> Decimal:
        return factor(self._row().indicator, self.language)

    def _common(self) -> str:
        when, *ends = self.told
        rows = [self.tables.row(id) for id in ends]
        held = (
            say("valued", self.language, row.region.name(self.language), self._figure(row)) for row in rows
        )
        together = say("comma", self.language).join(held)
        return say("valued", self.language, period(parse(when, "flow"), self.language), together)
