"""What curators do to the tables of tests/world in a year: every edit is right, and none may turn a test of
the live tables red.

``python -m tests.curators FOLDER`` does it all to a copy of the project, whose own tests can then be run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from industry.__main__ import main

OBSERVATIONS = "data/observations/{}.csv"
CONFIG, SOURCES, PRIORITIES = "config.yaml", "data/sources.yaml", "data/priorities.yaml"
_NAMES = "value_added_growth,{},{},,{},{},,,{},{},{},,"


def next_year(folder: Path) -> None:
    """Growth for January–March 2022 of four regions with its source, and the year to look at is a year later."""
    growth = {"china": "6.5", "jiangxi": "7.4", "hebei": "5.1", "shaanxi": "8.9"}
    for region, value in growth.items():
        row = _NAMES.format("2022-01/2022-03", value, "", "actual", "made_2022_04", "", f"{value}%")
        _append(folder / OBSERVATIONS.format(region), row)
    _append(folder / SOURCES, _source("made_2022_04", "china", "'2022-04-18'", "statistics", "工业运行数据"))
    _replace(folder / CONFIG, "focus: 2021", "focus: 2022")


GROWN = {"china": "6.37", "jiangxi": "7.31", "jian": "8.43", "hebei": "6.83", "shaanxi": "7.79"}
"""Industrial growth, January–June 2027, as `fifty_figures` has it."""
_FIRMS = {"china": "531002", "jiangxi": "18110", "jian": "1940", "hebei": "20310", "shaanxi": "8420"}


def fifty_figures(folder: Path) -> None:
    """Fifty figures of 2027, ten of each region and of the country: growth and profits by months, firms. The year to
    look at is the latest."""
    _append(
        folder / SOURCES, _source("made_2027_07", "china", "'2027-07-18'", "statistics", "上半年工业数据")
    )
    for at, (region, half) in enumerate(GROWN.items()):
        rows = [
            *(
                ("value_added_growth", f"2027-01/2027-0{month}", f"{float(half) + (6 - month) / 10:.2f}", "%")
                for month in (2, 3, 4, 5, 6)
            ),
            *(
                ("profit_growth", f"2027-01/2027-0{month}", f"{3.1 + at + month / 10:.1f}", "%")
                for month in (2, 3, 5)
            ),
            ("profit_margin", "2027-01/2027-05", f"{5.11 + at / 10:.2f}", "%"),
            ("designated_enterprises", "2027-05", _FIRMS[region], "家"),
        ]
        file = folder / OBSERVATIONS.format(region)
        columns = file.read_text("utf-8").partition("\n")[0].count(",")
        for indicator, period, value, unit in rows:
            row = f"{indicator},{period},{value},,,actual,,,made_2027_07,,{value}{unit}"
            _append(file, row + "," * (columns - row.count(",")))
    _replace(folder / CONFIG, "focus: 2021", "focus: latest")


def sixth_document(folder: Path) -> None:
    """A document with an annual growth target, which none had, and a priority."""
    source = _source("hebei_2022_02", "hebei", "2022-02", "meeting", "工业和信息化工作会议报道")
    _append(folder / SOURCES, source + "\n  document: 005_00112233aabbccdd")
    row = _NAMES.format("2022", "6.5", "about", "target", "hebei_2022_02", "5", "6.5%左右")
    _append(folder / OBSERVATIONS.format("hebei"), row)
    _append(
        folder / PRIORITIES,
        "\n- source: hebei_2022_02\n  paragraph: 6\n  kind: aim\n  theme: growth\n"
        "  text: {zh: 稳定工业增长，抓好重点企业, en: Keep industry growing and look after key firms.}",
    )


def corrected_value(folder: Path) -> None:
    """A value and its print."""
    row = "value_added_growth,2021-01/2021-03,{0},,,actual,,,jiangxi_stats_2021_04,,{0}%,,"
    _replace(folder / OBSERVATIONS.format("jiangxi"), row.format("29.4"), row.format("17.2"))


def removed_row(folder: Path) -> None:
    """A row, whose source has others."""
    row = "value_added_growth,2020-01/2020-03,-6.1,,,actual,,,jiangxi_stats_2021_01,,-6.1%,,\n"
    _replace(folder / OBSERVATIONS.format("jiangxi"), row, "")


def added_row(folder: Path) -> None:
    """A row of a region that lacked it, from a source that is there."""
    row = _NAMES.format("2021-01/2021-06", "9.5", "", "actual", "hebei_stats_2021_11", "", "9.5%")
    _append(folder / OBSERVATIONS.format("hebei"), row)


def new_region(folder: Path) -> None:
    """A province with one row, and its source."""
    _append(
        folder / "data/regions.yaml",
        "- id: henan\n  name: {zh: 河南, en: Henan}\n  level: province\n  parent: china\n"
        "  code: '410000'\n  colour: '#8A6D00'",
    )
    _append(folder / SOURCES, _source("henan_2021_07", "henan", "2021-07", "statistics", "上半年工业数据"))
    header = (folder / OBSERVATIONS.format("hebei")).read_text("utf-8").splitlines()[0]
    row = _NAMES.format("2021-01/2021-06", "10.5", "", "actual", "henan_2021_07", "", "10.5%")
    (folder / OBSERVATIONS.format("henan")).write_text(f"{header}\n{row}\n", "utf-8")
    _replace(folder / CONFIG, "hebei, shaanxi]\n\npages:", "hebei, shaanxi, henan]\n\npages:")


def new_indicator_and_figure(folder: Path) -> None:
    """An indicator of one region, and a figure of it."""
    _append(
        folder / "data/indicators/efficiency.yaml",
        "- id: coal_use\n  name: {zh: 工业用煤量, en: Coal used by industry}\n  unit: 吨标准煤\n  unit_en: tce\n"
        "  tier: detail\n  measure: level\n  timing: flow\n  scope: designated",
    )
    row = "coal_use,2021,1200,,,actual,,,jiangxi_stats_2021_year,,1200吨标准煤,,"
    _append(folder / OBSERVATIONS.format("jiangxi"), row)
    figure = (
        "  - id: coal\n    chart: bars\n    page: overview\n    title: {zh: 工业用煤量, en: Coal used by industry}\n"
        "    indicator: coal_use\n    period: '2021'\n"
    )
    _replace(folder / CONFIG, "figures:\n  # 总览 overview\n", f"figures:\n{figure}")


def other_titles_and_decks(folder: Path) -> None:
    """A figure under another title, and the decks and a deck's slides in another order."""
    _replace(
        folder / CONFIG, "title: {zh: 规模以上工业企业利润增速,", "title: {zh: 规上工业企业盈利增长情况,"
    )
    text = (folder / CONFIG).read_text("utf-8")
    head, decks = text.split("\ndecks:\n")
    listed = yaml.safe_load(f"decks:\n{decks}")["decks"][::-1]
    listed[0]["figures"].reverse()
    (folder / CONFIG).write_text(f"{head}\n{yaml.safe_dump({'decks': listed}, allow_unicode=True)}", "utf-8")


EDITS: tuple[Callable[[Path], None], ...] = (
    next_year,
    sixth_document,
    corrected_value,
    removed_row,
    added_row,
    new_region,
    new_indicator_and_figure,
    other_titles_and_decks,
)


def fewer_figures(folder: Path) -> None:
    """One figure of each kind and what it is put together of, in one deck; after `EDITS`, for tests in a hurry."""
    config = yaml.safe_load((folder / CONFIG).read_text("utf-8"))
    first = {one["chart"]: one for one in reversed(config["figures"])}
    kept = {id for one in first.values() for id in (one["id"], *one.get("figures", ()))}
    config["figures"] = [one for one in config["figures"] if one["id"] in kept]
    config["decks"] = config["decks"][:1]
    config["decks"][0]["figures"] = sorted(kept)
    (folder / CONFIG).write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), "utf-8")


def checked(folder: Path) -> None:
    """What ends every edit: the tables are without a fault, and what is written of them says the same."""
    assert main(["check", str(folder)]) == 0


def _source(id: str, region: str, date: str, kind: str, title: str) -> str:
    return (
        f"\n- id: {id}\n  title: {{zh: {title}, en: Made for tests}}\n"
        "  publisher: {zh: 统计与工信部门, en: Departments of statistics and industry}\n"
        f"  date: {date}\n  kind: {kind}\n  region: {region}\n  confidence: A"
    )


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8").rstrip("\n") + f"\n{text}\n", "utf-8")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{file}: {old!r} stands there {text.count(old)} times"
    file.write_text(text.replace(old, new), "utf-8")


if __name__ == "__main__":
    for edit in EDITS:
        edit(Path(sys.argv[1]))
    checked(Path(sys.argv[1]))
