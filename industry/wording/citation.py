"""The source line of whatever is shown, made from the rows themselves. Nobody types it."""

from __future__ import annotations

from collections.abc import Iterable

from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.vocabulary.periods import Period
from industry.wording.numbers import months_and_year, period
from industry.wording.phrases import say


def sources(rows: Iterable[Observation]) -> tuple[Source, ...]:
    """The sources of ``rows``, of derived ones those of their terms."""
    return ordered(one for row in rows for one in row.sources)


def ordered(listed: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, the users' documents first, then by publisher and date."""
    found = {one.id: one for one in listed}.values()
    return tuple(
        sorted(found, key=lambda one: (one.document is None, one.publisher.zh, one.date or "", one.id))
    )


def date(source: Source, language: str) -> str:
    """When it was published, as far as known: 2021年7月."""
    return date_in_parts(source, language)[0]


def day(source: Source, language: str) -> str:
    """2021年7月15日, or `date` where no day is known."""
    of_month = source.published[2:]
    return (
        say("day_of", language, date(source, language), str(of_month[0]))
        if of_month
        else date(source, language)
    )


def date_in_parts(source: Source, language: str) -> tuple[str, str, str]:
    """The same whole, and as month and year where it has both: a column may set one below the other."""
    if not source.published:
        note = source.date_note(language) if source.date_note else ""
        return note, note, ""
    when = _when(source.published)
    month, year = months_and_year(when, language)
    return period(when, language), month or year, year if month else ""


def _when(published: tuple[int, ...]) -> Period:
    """The month of a date, or its year where nothing else is known."""
    year, months = published[0] * 12, published[1:2]
    return Period(year + months[0] - 1, year + months[0] - 1) if months else Period(year, year + 11)


def dated(source: Source, language: str) -> str:
    """Publisher and date: 江西省工信厅，2021年7月."""
    return marked(_beside(source.publisher(language), date(source, language), language), (source,), language)


def line(listed: Iterable[Source], language: str) -> str:
    """资料来源：江西省工信厅，2021年7月；国家统计局，2021年4月、7月（转引）: each publisher once, with its dates,
    and whether any of it was seen in a reprint; which, the card says. Empty where none is listed."""
    held = tuple(listed)
    said = (_group(*one, language) for one in _by_publisher(held, language).items())
    return _sources(said, held, language)


def brief(listed: Iterable[Source], language: str) -> str:
    """The source line with publishers of the same dates together. The whole line stands wherever there is room for
    it."""
    held = tuple(listed)
    groups: dict[tuple[str, bool], list[str]] = {}
    for publisher, members in _by_publisher(held, language).items():
        when = dates(members, language)
        undated = [date(one, language) for one in members if not one.published and when]
        key = (
            say("listed", language).join(dict.fromkeys(filter(None, (when, *undated)))),
            any(one.via for one in members),
        )
        groups.setdefault(key, []).append(publisher)
    said = []
    for (when, reprinted), named in groups.items():
        text = _beside(say("listed", language).join(named), when, language)
        said.append(say("reprinted", language, text) if reprinted else text)
    return _sources(said, held, language)


def names(listed: Iterable[Source], language: str, most: int = 0, where: str = "") -> str:
    """The shortest source line, 资料来源：国家统计局、江西省统计局（含转引）: each publisher once, without
    dates, and at the end whether any of it was seen in a reprint. With ``most`` the first of them, how many there are and
    ``where`` they all stand, nothing where there are no more."""
    held = tuple(listed)
    named = [*dict.fromkeys(name for one in held for name in one.publishers(language))]
    if most >= len(named) > 0:
        return ""
    said = say("listed", language).join(named[:most] if most else named)
    if most:
        said = say("sources_counted", language, said, str(len(named)), where)
    reprinted = any(one.via for one in held)
    return _sources([say("some_reprinted", language, said) if reprinted else said], held, language)


def _by_publisher(listed: Iterable[Source], language: str) -> dict[str, list[Source]]:
    groups: dict[str, list[Source]] = {}
    for one in listed:
        groups.setdefault(one.publisher(language), []).append(one)
    return groups


def _sources(said: Iterable[str], held: Iterable[Source], language: str) -> str:
    """The line, which says first that it holds what is internal."""
    whole = say("joined", language).join(said)
    return marked(say("sources", language, whole), held, language) if whole else ""


def marked(told: str, held: Iterable[Source], language: str) -> str:
    """``told`` of these sources, which says first where one of them is internal."""
    internal = any(one.access == "internal" for one in held)
    return say("internal", language, told) if internal else told


def _beside(text: str, more: str, language: str) -> str:
    """Both with a comma between, where there are both."""
    return say("comma", language).join(filter(None, (text, more)))


def dates(members: Iterable[Source], language: str) -> str:
    """When several publications came out, the year of several months once: 2021年、2021年5月、7月、2022年1月."""
    published = sorted({one.published[:2] for one in members if one.published})
    held = [months_and_year(_when(one), language) for one in published]
    none = ("", "")
    said: list[str] = []
    for before, (month, year), after in zip([none, *held], held, [*held[1:], none], strict=False):
        if language == "zh":
            said.append(("" if month and before[0] and before[1] == year else year) + month)
        else:
            said.append(" ".join(filter(None, (month, "" if month and after[1] == year else year))))
    return say("listed", language).join(said)


def _group(publisher: str, members: list[Source], language: str) -> str:
    listed = say("listed", language)
    undated = [date(one, language) for one in members if not one.date and one.date_note]
    told = dict.fromkeys(filter(None, (dates(members, language), *undated)))
    text = _beside(publisher, listed.join(told), language)
    return say("reprinted", language, text) if any(one.via for one in members) else text


def full(source: Source, language: str) -> str:
    """Everything that is known of a source: title, publisher, date, what the date rests on, reprint,
    address, and that it was seen in one place only."""
    parts = (
        source.title(language),
        source.publisher(language),
        date(source, language),
        source.date_note(language) if source.date and source.date_note else "",
        say("seen_in", language, source.via(language)) if source.via else "",
        source.url,
        say("seen_in_reprints", language) if source.confidence == "B" else "",
    )
    return marked(say("comma", language).join(filter(None, parts)), (source,), language)


def card(source: Source, language: str) -> str:
    """The same, and where curators saw it."""
    note = source.via_note(language) if source.via_note else ""
    return _beside(full(source, language), note, language)
