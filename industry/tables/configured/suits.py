"""Whether what a figure names suits it: single figures on a sheet of several, a concept of which there are
indicators, indicators that its kind of chart draws, a month for what is counted at one moment; and whether a deck's slides are right: a figure that there is, and of what can be
chosen in it only that, each once.

What a kind draws is declared in its options and judged of one indicator in ``subject``, how a slide is written in
``slide``; whether what other records name exists is judged in ``references``.
"""

from __future__ import annotations

from industry.tables.faults import Fact, Fault, near
from industry.tables.records import Entry
from industry.tables.references import Draft
from industry.tables.yaml_lines import Path, dotted
from industry.vocabulary import periods
from industry.vocabulary.catalogue import Indicator
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.focus import is_focus
from industry.vocabulary.slide import KEYS, MADE, Slide, parts
from industry.vocabulary.strict_record import named, naming, texts
from industry.vocabulary.subject import misfit, wanted


def check(draft: Draft) -> None:
    """Adds to the draft's faults those of all figures and of the slides of decks."""
    for one in draft.entries["figure"]:
        _parts(draft, one)
        _concepts(draft, one)
        if isinstance(one.record, FigureSpec):
            _indicators(draft, one, one.record)
            _moments(draft, one)
    for deck in draft.entries["deck"]:
        for path, text in texts(deck.raw, ("figures", "*")):
            _slide(draft, deck, path, text)


def _parts(draft: Draft, one: Entry) -> None:
    """A figure made of figures takes single ones."""
    for path, value in named(one.raw, one.model, "figure"):
        part = draft.ids["figure"].get(value)
        if part and any(names.kind == "figure" for _, names in naming(part.model)):
            draft.faults.append(one.fault("nested_figure", path, value))


def _concepts(draft: Draft, one: Entry) -> None:
    """A concept has indicators."""
    known = draft.entries["indicator"]
    for path, value in named(one.raw, one.model, "concept"):
        idle = "indicator" in draft.whole and not any(each.raw.get("concept") == value for each in known)
        if idle and value in draft.ids["concept"]:
            draft.faults.append(one.fault("idle_concept", path, value))


def _indicators(draft: Draft, one: Entry, spec: FigureSpec) -> None:
    """The figure draws every indicator that it names, and one at least of its concept. Of indicators that
    are refused themselves nothing is said."""
    first: Indicator | None = None
    for path, value in named(one.raw, one.model, "indicator"):
        indicator = draft.record("indicator", value)
        if not isinstance(indicator, Indicator):
            return
        if key := misfit(spec, indicator, first):
            facts = ("key", key), ("value", str(getattr(indicator, key) or ""))
            draft.faults.append(one.fault("unfit_indicator", path, value, wanted(spec, first)[key], *facts))
        first = first or indicator
    for path, value in named(one.raw, one.model, "concept"):
        members = [each for each in draft.entries["indicator"] if each.raw.get("concept") == value]
        known = [each.record for each in members if isinstance(each.record, Indicator)]
        keys = [misfit(spec, each, first) for each in known if each != first]
        if keys and all(keys) and len(known) == len(members):
            key = keys[0]
            draft.faults.append(
                one.fault("unfit_concept", path, value, wanted(spec, first)[key], ("key", key))
            )


def _moments(draft: Draft, one: Entry) -> None:
    """What is counted at one moment has no span of time."""
    about = [draft.ids["indicator"].get(value) for _, value in named(one.raw, one.model, "indicator")]
    if not about or not all(each and each.raw.get("timing") == "stock" for each in about):
        return
    for path, value in named(one.raw, one.model, "period"):
        try:
            periods.parse(value, "stock")
        except periods.PeriodError as error:
            draft.faults.append(one.fault(f"period_{error.code}", path, value))


def _slide(draft: Draft, deck: Entry, path: Path, text: str) -> None:
    """The figure that a deck's slide shows, and all that it chooses, each once."""
    file, line, column = deck.yaml_file.file, deck.line(*path), dotted((*deck.path, *path))
    slide, (_, written) = Slide.parse(text), parts(text)
    keys = [key for key, _ in written]
    made = slide.figure in MADE and slide.figure not in draft.ids["figure"]
    expected = tuple(key for key in KEYS if made or _chosen(draft, slide.figure, key))

    def tell(code: str, key: str, found: str = "", expected: tuple[str, ...] = (), *facts: Fact) -> None:
        draft.faults.append(Fault(code, file, line, f"{column}{key}", found, expected, facts))

    if made and "indicator" not in keys:
        tell("missing_key", ".indicator")
    for place, (key, value) in enumerate(written):
        if key not in expected:
            tell("not_allowed", "", key, expected, *near(key, expected))
        elif key in keys[:place]:
            tell("duplicate_key", "", key, (), ("first", str(line)))
        elif not value:
            tell("empty_text", f".{key}")
    chosen = slide.choices
    names = [("figure", "" if made else slide.figure), ("indicator", made and chosen.indicator)]
    for kind, id in (*names, *(("region", one) for one in chosen.regions)):
        if id and draft.unknown(kind, id):
            draft.faults.append(draft.dangling(file, line, column, id, kind))
    if chosen.period and (code := _lock_fault(draft, chosen.period)):
        tell(code, "", chosen.period)
    if chosen.year and not is_focus(chosen.year):
        tell("wrong_form", ".year", chosen.year, (), ("form", "focus"))
    if chosen.span and periods.years(chosen.span) is None:
        tell("period_form", ".span", chosen.span)


def _lock_fault(draft: Draft, text: str) -> str:
    """What is wrong with the text of a lock: an edition, a period, or both with @ between; empty: nothing."""
    period, _, edition = text.partition("@")
    if text in draft.ids["edition"]:
        return ""
    try:
        periods.parse(period, "flow")
    except periods.PeriodError as error:
        return f"period_{error.code}"
    return "period_form" if edition and draft.unknown("edition", edition) else ""


def _chosen(draft: Draft, id: str, key: str) -> bool:
    """Whether ``key`` can be chosen in a listed figure; of one that isn't known nothing is said."""
    record = draft.record("figure", id)
    if key == "indicator" or not isinstance(record, FigureSpec):
        return key != "indicator"
    return {"period": record.over_a_period, "span": record.of_a_span}.get(key, True)
