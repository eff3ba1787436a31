"""The source line of whatever is shown, made from the rows themselves. Nobody types it."""

from __future__ import annotations

from collections.abc import Iterable

from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording.numbers import MONTHS
from industry.wording.phrases import say
from industry.wording.said import join


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


def date_in_parts(source: Source, language: str) -> tuple[str, str, str]:
    """The same whole, and as month and year where it has both: a column may set one below the other."""
    if not source.published:
        note = source.date_note(language) if source.date_note else ""
        return note, note, ""
    zh = language == "zh"
    year = f"{source.published[0]}年" if zh else f"{source.published[0]}"
    if len(source.published) < 2:
        return year, year, ""
    month = f"{source.published[1]}月" if zh else MONTHS[source.published[1] - 1]
    return (year + month if zh else f"{month} {year}"), month, year


def line(listed: Iterable[Source], language: str) -> str:
    """资料来源：江西省工信厅，2021年7月；国家统计局，2021年4月、7月（转引自…）: each publisher once, with its
    dates and the reprints seen. Empty where none is listed."""
    said = [
        _group(publisher, members, language) for publisher, members in _publishers(listed, language).items()
    ]
    return _sources(join(said, say("joined", language)), language)


def brief(listed: Iterable[Source], language: str) -> str:
    """The source line without the reprints' names: publishers of the same dates together, 转引 behind
    those that were seen in reprints. The whole line stands wherever there is room for it."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for publisher, members in _publishers(listed, language).items():
        key = (dates(members, language), any(one.via for one in members))
        groups.setdefault(key, []).append(publisher)
    said = []
    for (when, reprinted), names in groups.items():
        text = join((join(names, say("listed", language)), when), say("comma", language))
        said.append(say("reprinted", language, text) if reprinted else text)
    return _sources(join(said, say("joined", language)), language)


def names(listed: Iterable[Source], language: str) -> str:
    """The shortest source line, 资料来源：国家统计局、江西省统计局（含转引）: each publisher once, without
    dates, and at the end whether any of it was seen in a reprint."""
    held = tuple(listed)
    said = join(_publishers(held, language), say("listed", language))
    return _sources(say("some_reprinted", language, said) if any(one.via for one in held) else said, language)


def _publishers(listed: Iterable[Source], language: str) -> dict[str, list[Source]]:
    """The sources of each publisher, in their order."""
    found: dict[str, list[Source]] = {}
    for one in listed:
        found.setdefault(one.publisher(language), []).append(one)
    return found


def _sources(said: str, language: str) -> str:
    return say("sources", language, said) if said else ""


def dates(members: Iterable[Source], language: str) -> str:
    """When several publications came out, each year once: 2021年5月、7月、2022年1月."""
    zh = language == "zh"
    held = sorted({one.published[:2] for one in members if one.published})
    said: list[str] = []
    for number, parts in enumerate(held):
        year, month = parts[0], parts[1] if len(parts) > 1 else None
        again = number > 0 and held[number - 1][0] == year and month is not None
        more = number + 1 < len(held) and held[number + 1][0] == year and len(held[number + 1]) > 1
        if zh:
            said.append(("" if again else f"{year}年") + (f"{month}月" if month else ""))
        else:
            said.append(
                (MONTHS[month - 1] if month else "") + ("" if more else f"{' ' if month else ''}{year}")
            )
    return ("、" if zh else ", ").join(said)


def _group(publisher: str, members: list[Source], language: str) -> str:
    undated = [date(one, language) for one in members if not one.date and one.date_note]
    told = join(dict.fromkeys((dates(members, language), *undated)), say("listed", language))
    text = join((publisher, told), say("comma", language))
    via = join(
        dict.fromkeys(name for one in members for name in one.reprints(language)), say("listed", language)
    )
    return say("seen_in", language, text, via) if via else text


def full(source: Source, language: str) -> str:
    """Everything that is known of a source: title, publisher, date, what the date rests on, reprint,
    address, and that it was seen in one place only."""
    zh = language == "zh"
    parts = [source.title(language), source.publisher(language), date(source, language)]
    if source.date and source.date_note:
        parts.append(source.date_note(language))
    if source.via:
        parts.append(f"转引自{source.via(language)}" if zh else f"seen in {source.via(language)}")
    if source.url:
        parts.append(source.url)
    if source.confidence == "B":
        parts.append("仅见于转载" if zh else "seen in reprints only")
    return ("，" if zh else ", ").join(part for part in parts if part)
