"""Of which indicators a figure may tell, so that one that can't have changed needn't be drawn: those that it names, the
members of the concepts that it names, and all that these are related to, step by step."""

from __future__ import annotations

from collections.abc import Iterable

from industry.figures.draw import spec_of
from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.configuration import FigureSpec
from industry.vocabulary.slide import Slide
from industry.vocabulary.strict_record import named

Ids = frozenset[str]


def may_tell_of(catalogue: Catalogue, slide: Slide) -> Ids | None:
    """Ids of indicators; None where it may tell of any. None at all of a slide that there isn't."""
    spec = spec_of(catalogue, slide)
    if spec is None:
        return frozenset()
    subjects = _subjects(catalogue, spec)
    return None if subjects is None else related(catalogue, subjects)


def _subjects(catalogue: Catalogue, spec: FigureSpec) -> Ids | None:
    found = {id for _, id in named(spec, type(spec), "indicator")}
    concepts = {id for _, id in named(spec, type(spec), "concept")}
    found |= {one.id for concept in concepts for one in catalogue.of_concept(concept)}
    for _, id in named(spec, type(spec), "figure"):
        inside = _subjects(catalogue, catalogue.figures[id])
        if inside is None:
            return None
        found |= inside
    return frozenset(found) or None


def related(catalogue: Catalogue, ids: Iterable[str]) -> Ids:
    """The indicators and all that relations lead to from them, step by step."""
    found: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += catalogue.related.get(id, ())
    return frozenset(found)
