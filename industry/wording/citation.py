"""The source line of whatever is shown, made from the rows themselves. Nobody types it."""

from __future__ import annotations

from collections.abc import Iterable

from industry.vocabulary.catalogue import Source
from industry.vocabulary.observation import Observation
from industry.wording.numbers import MONTHS


def sources(rows: Iterable[Observation]) -> tuple[Source, ...]:
    """The sources of ``rows``, of derived ones those of their terms, each once, the users' documents first,
    then by publisher and date."""
    found = {one.id: one for row in rows for one in row.sources}
    return tuple(
        sorted(
            found.values(), key=lambda one: (one.document is None, one.publisher.zh, one.date or "", one.id)
        )
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
    zh = language == "zh"
    groups: dict[str, list[Source]] = {}
    for one in listed:
        groups.setdefault(one.publisher(language), []).append(one)
    if not groups:
        return ""
    said = [_group(publisher, members, language) for publisher, members in groups.items()]
    return "资料来源：" + "；".join(said) if zh else "Sources: " + "; ".join(said)


def brief(listed: Iterable[Source], language: str) -> str:
    """The source line without the reprints' names: publishers of the same dates together, 转引 behind
    those that were seen in reprints. The whole line stands wherever there is room for it."""
    zh = language == "zh"
    found: dict[str, list[Source]] = {}
    for one in listed:
        found.setdefault(one.publisher(language), []).append(one)
    groups: dict[tuple[str, bool], list[str]] = {}
    for publisher, members in found.items():
        key = (dates(members, language), any(one.via for one in members))
        groups.setdefault(key, []).append(publisher)
    said = []
    for (when, reprinted), names in groups.items():
        text = ("、" if zh else ", ").join(names)
        text += (("，" if zh else ", ") + when) if when else ""
        if reprinted:
            text += "（转引）" if zh else " (reprinted)"
        said.append(text)
    if not said:
        return ""
    return "资料来源：" + "；".join(said) if zh else "Sources: " + "; ".join(said)


def names(listed: Iterable[Source], language: str) -> str:
    """The shortest source line, 资料来源：国家统计局、江西省统计局（含转引）: each publisher once, without
    dates, and at the end whether any of it was seen in a reprint."""
    zh = language == "zh"
    held = tuple(listed)
    said = ("、" if zh else ", ").join(dict.fromkeys(one.publisher(language) for one in held))
    if not said:
        return ""
    if any(one.via for one in held):
        said += "（含转引）" if zh else " (some reprinted)"
    return "资料来源：" + said if zh else "Sources: " + said


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
    zh = language == "zh"
    when = dates(members, language)
    undated = [date(one, language) for one in members if not one.date and one.date_note]
    told = list(dict.fromkeys([*([when] if when else []), *undated]))
    via = list(dict.fromkeys(name for one in members for name in one.reprints(language)))
    text = publisher
    if told:
        text += ("，" if zh else ", ") + ("、" if zh else ", ").join(told)
    if via:
        text += f"（转引自{'、'.join(via)}）" if zh else f" (seen in {', '.join(via)})"
    return text


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
