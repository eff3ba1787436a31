"""The shipped tables as they may be in some years, by data alone: what `tests/added` holds, and of each new province, its
city and the new years as many rows as the others have. Every number is invented.

``python -m tests.grown FOLDER [PROVINCES]`` makes it, a folder of its own. Edits of tests/world belong in ``curators``.
"""

from __future__ import annotations

import csv
import io
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

import yaml

from industry import project
from industry.tables.tables import Tables
from industry.vocabulary import fields
from industry.vocabulary.observation import Observation

ADDED = Path(__file__).parent / "added"
DATA, OBSERVATIONS = Path("data"), Path("data/observations")
DOCUMENTS = "本局 文件"
"""As config.yaml of `ADDED` calls it."""


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # many times as fast
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Place(NamedTuple):
    """A province that the tables may not have yet, or a city of one."""

    id: str
    zh: str
    en: str
    code: str
    colour: str


PLACES = tuple(
    (Place(*province), Place(*city))
    for province, city in (
        (("hunan", "湖南", "Hunan", "430000", "#8A6D00"), ("changsha", "长沙", "Changsha", "430100", "#C9B458")),
        (("shanxi", "山西", "Shanxi", "140000", "#A03060"), ("taiyuan", "太原", "Taiyuan", "140100", "#D58BAA")),
        (("guangxi", "广西", "Guangxi", "450000", "#2F6F2F"), ("nanning", "南宁", "Nanning", "450100", "#86B686")),
        (("hubei", "湖北", "Hubei", "420000", "#1F5FA8"), ("yichang", "宜昌", "Yichang", "420500", "#82AEDD")),
        (("chongqing", "重庆", "Chongqing", "500000", "#7A4A2A"), ("wanzhou", "万州", "Wanzhou", "500101", "#BC9479")),
        (("heilongjiang", "黑龙江", "Heilongjiang", "230000", "#B03A2E"), ("daqing", "大庆", "Daqing", "230600", "#DD8F87")),
        (("fujian", "福建", "Fujian", "350000", "#444F8A"), ("xiamen", "厦门", "Xiamen", "350200", "#9BA3CC")),
    )
)  # fmt: skip


_WITHOUT_CITY = (
    ("beijing", "北京", "110000"), ("tianjin", "天津", "120000"), ("neimenggu", "内蒙古", "150000"), ("liaoning", "辽宁", "210000"),
    ("jilin", "吉林", "220000"), ("shanghai", "上海", "310000"), ("jiangsu", "江苏", "320000"), ("zhejiang", "浙江", "330000"),
    ("anhui", "安徽", "340000"), ("shandong", "山东", "370000"), ("henan", "河南", "410000"), ("guangdong", "广东", "440000"),
    ("hainan", "海南", "460000"), ("sichuan", "四川", "510000"), ("guizhou", "贵州", "520000"), ("yunnan", "云南", "530000"),
    ("xizang", "西藏", "540000"), ("gansu", "甘肃", "620000"), ("qinghai", "青海", "630000"), ("ningxia", "宁夏", "640000"),
    ("xinjiang", "新疆", "650000"),
)  # fmt: skip
MORE = tuple(
    Place(
        id,
        zh,
        "Inner Mongolia" if id == "neimenggu" else id.title(),
        code,
        f"#{60 + 7 * at:02X}{150 - 5 * at:02X}{70 + 6 * at:02X}",
    )
    for at, (id, zh, code) in enumerate(_WITHOUT_CITY)
)
"""Those that make all 31 with the others."""


@dataclass(frozen=True)
class Grown:
    """A folder of tables: the province and the city that were added with `ADDED`, all provinces, the new year."""

    folder: Path
    province: Place
    city: Place
    provinces: tuple[str, ...]
    year: int

    @property
    def document(self) -> Path:
        return next((self.folder / DOCUMENTS).glob("*.txt"))


def grown(source: Path, folder: Path, provinces: int = 0) -> Grown:
    """The tables of ``source`` with what is added, in ``folder``: as many provinces as ``provinces`` says, but at least
    one more, of which the first has a city."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(source / "config.yaml", folder)
    shutil.copytree(source / DATA, folder / DATA)
    tables = project.store(source).current().tables
    assert tables is not None
    held = [one.id for one in tables.catalogue.regions.values() if one.level == "province"]
    free = [pair for pair in PLACES if not {one.id for one in pair} & set(tables.catalogue.regions)]
    (province, city), *further = free
    more = [one for one in MORE if one.id not in tables.catalogue.regions]
    others = [*(one for one, _ in further), *more][: max(0, provinces - len(held) - 1)]
    last = max(row.period.year for row in tables.rows() if row.period and row.status == "actual")
    _take_in(folder, _words(province, city, last))
    _more_provinces(folder, others)
    _rows(folder, tables, (province, city, *others), last + 1)
    return Grown(folder, province, city, (*held, *(one.id for one in (province, *others))), last + 1)


def _words(province: Place, city: Place, last: int) -> Mapping[str, str]:
    """What stands for the words of `ADDED`."""
    spoken = {
        old: new
        for first, then in zip(PLACES[0], (province, city), strict=True)
        for old, new in zip(first, then, strict=True)
    }
    return spoken | {"NEXT": str(last + 1), "YEAR": str(last), "PAST": str(last - 3)}


def _take_in(folder: Path, words: Mapping[str, str]) -> None:
    """What `ADDED` holds; a document into the folder that its config.yaml names."""
    for file in sorted(one for one in ADDED.rglob("*.*") if one.suffix in (".csv", ".txt", ".yaml")):
        name, text = str(file.relative_to(ADDED)), file.read_text("utf-8")
        for old, new in words.items():
            name, text = name.replace(old, new), text.replace(old, new)
        there = folder / name.replace("documents", DOCUMENTS)
        if file.suffix == ".csv":
            append(there, csv.DictReader(io.StringIO(text)))
        elif file.suffix == ".yaml":
            merge(there, yaml.load(text, Loader=_LOADER))
        else:
            there.parent.mkdir(exist_ok=True)
            there.write_text(text, "utf-8")


def merge(file: Path, more: Any) -> None:
    """Records set behind those of a YAML file, keys beside its keys."""
    if isinstance(more, list):
        records = yaml.dump(more, Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
        with file.open("a", encoding="utf-8") as opened:
            opened.write(f"\n{records}")
        return
    held = yaml.load(file.read_text("utf-8"), Loader=_LOADER)
    _write(file, _merged(held, more))


def _write(file: Path, held: Any) -> None:
    file.write_text(yaml.dump(held, Dumper=_DUMPER, allow_unicode=True, sort_keys=False), "utf-8")


def _merged(held: Any, more: Any) -> Any:
    if isinstance(held, dict):
        return held | {key: _merged(held.get(key), one) for key, one in more.items()}
    return [*held, *more] if isinstance(held, list) else more


def append(file: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Rows behind those of a table, which is made where there is none."""
    template = file if file.exists() else next(file.parent.glob("china.csv"))
    columns = csv.DictReader(io.StringIO(template.read_text("utf-8"))).fieldnames or ()
    with file.open("a", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, columns, restval="", lineterminator="\n")
        if template != file:
            writer.writeheader()
        writer.writerows(rows)


def _more_provinces(folder: Path, others: Iterable[Place]) -> None:
    for one in others:
        name = {"zh": one.zh, "en": one.en}
        record = {
            "id": one.id,
            "name": name,
            "level": "province",
            "parent": "china",
            "code": one.code,
            "colour": one.colour,
        }
        merge(folder / DATA / "regions.yaml", [record])
        merge(folder / "config.yaml", {"regions": [one.id]})


class _Key(NamedTuple):
    indicator: str
    period: str
    edition: str


def _rows(folder: Path, tables: Tables, places: Sequence[Place], next_year: int) -> None:
    """For each place what others of its level hold, and for all regions the figures that one of their level has of the
    year of which most are held, and of the year before, once more as those of ``next_year`` and the year before that."""
    held: dict[str, dict[_Key, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for row in filter(_plain, tables.rows()):
        held[row.region.level][_Key(row.indicator.id, str(row.period), row.edition)].append(row)
    for level in held.values():  # of a list one date an edition
        dated = {
            (key.indicator, key.edition): key
            for key in sorted(level)
            if level[key][0].indicator.timing == "list"
        }
        for key in [one for one in level if level[one][0].indicator.timing == "list"]:
            if key not in dated.values():
                del level[key]
    best = Counter(row.period.year for row in tables.rows() if row.period).most_common(1)[0][0]
    census = [one for one in tables.catalogue.config.editions if one.startswith("census_")][-1:]
    old = [(one.id, one.name.zh, one.level) for one in tables.catalogue.regions.values()]
    new = [(one.id, one.zh, "city" if at == 1 else "province") for at, one in enumerate(places)]
    for seed, (region, name, level) in enumerate((*old, *new)):
        file, rows = folder / OBSERVATIONS / f"{region}.csv", []
        there = {_Key(*(one[key] for key in _Key._fields)) for one in _records(file)}
        for key, like in held[level].items():
            later = _later(key, best, next_year, census)
            for wanted in [key, *later] if (region, name, level) in new else later:
                if wanted not in there:
                    rows.append(_row(region, wanted, _number(like, seed + (wanted.period != key.period))))
        append(file, rows)
        sources = [_source(id, region, name, next_year) for id in sorted({one["source"] for one in rows})]
        merge(folder / DATA / "sources.yaml", sources)


def _plain(row: Observation) -> bool:
    """Whether others may hold the like: printed as one number of a period, and bound to no other figure."""
    one = row.indicator
    bound = one.gap_of or one.change_of or one.share_of or one.contribution_of or one.two_year_average_of
    counted = one.timing == "list" and not row.edition
    plain = row.status == "actual" and row.exact and not row.inferred and row.period is not None
    return plain and not bound and not counted


def _records(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8")))) if file.exists() else []


def _later(key: _Key, best: int, next_year: int, census: Iterable[str]) -> Iterator[_Key]:
    """The same of a later year, as far as it is over in July of ``next_year``; of the last census' edition that of
    the next."""
    for year, then in ((best - 1, next_year - 1), (best, next_year)):
        shifted = key.period.replace(str(year), str(then))
        over = then < next_year or "-" in shifted and shifted[-2:] <= "07"
        if key.edition == "" and key.period[:4] == str(year) and over:
            yield key._replace(period=shifted)
    if key.edition in census:
        yield key._replace(edition="census_next")


def _number(like: Sequence[Observation], seed: int) -> str:
    """About what the others have."""
    places = max(-int(row.value.as_tuple().exponent) for row in like)
    middle = Decimal(str(mean(float(row.value) for row in like)))
    measure = like[0].indicator.measure
    if measure in fields.ORDINALS:
        return str(1 + (int(middle) + seed) % 9)
    value = (
        middle * (80 + 3 * seed) / 100 if measure in fields.AMOUNTS else middle + seed * Decimal("0.3") - 1
    )
    return str(round(value, places) if places > 0 else round(value))


def _row(region: str, key: _Key, value: str) -> dict[str, str]:
    year = key.period.split("/")[-1][:4]
    return {
        **key._asdict(),
        "value": value,
        "status": "actual",
        "as_printed": value,
        "source": f"{region}_made_{year}",
    }


def _source(id: str, region: str, name: str, next_year: int) -> dict[str, Any]:
    year = int(id[-4:])
    return {
        "id": id, "title": {"zh": f"{year}年工业数据", "en": f"Industrial data of {year}"},
        "publisher": {"zh": f"{name}统计局", "en": f"{region.title()} Bureau of Statistics"}, "producer": "statistics",
        "date": f"{year}-08" if year == next_year else f"{year + 1}-02", "kind": "statistics", "region": region,
        "confidence": "A",
    }  # fmt: skip


def alone(source: Path, folder: Path, region: str) -> Path:
    """The tables of ``source`` in ``folder`` with a single region and the country: what nothing is left of goes too."""
    shutil.copytree(source / DATA, folder / DATA)
    config = yaml.load((source / "config.yaml").read_text("utf-8"), Loader=_LOADER)
    for id in config["regions"]:
        if id != region:
            (folder / OBSERVATIONS / f"{id}.csv").unlink()
    figures = [one for one in config["figures"] if {*one.get("regions", ())} <= {region}]
    there = {one["id"] for one in figures}
    figures = [one for one in figures if {*one.get("figures", ())} <= there]
    there = {one["id"] for one in figures}
    for deck in config["decks"]:
        deck["figures"] = [one for one in deck["figures"] if one.partition("?")[0] in there]
    config |= {
        "regions": [region],
        "figures": figures,
        "decks": [one for one in config["decks"] if one["figures"]],
    }
    _write(folder / "config.yaml", config)
    while unused := [
        one for one in project.store(folder).current(wait=True).faults if one.code.startswith("unused")
    ]:
        gone = {one.found for one in unused}
        for file in {*(one.file for one in unused), "data/rules.yaml"}:
            held = yaml.load((folder / file).read_text("utf-8"), Loader=_LOADER)
            _write(folder / file, _without(held, gone))
    return folder


def _without(held: Any, gone: Collection[str]) -> Any:
    """Records without those of these ids, lists without the ids."""
    if isinstance(held, dict):
        return {key: _without(one, gone) for key, one in held.items()}
    if isinstance(held, list):
        kept = [one for one in held if (one.get("id") if isinstance(one, dict) else str(one)) not in gone]
        return [_without(one, gone) for one in kept]
    return held


if __name__ == "__main__":
    grown(project.folder(), Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
