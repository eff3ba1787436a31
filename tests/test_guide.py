"""The guide for curators, docs/curating in both languages: the same said in both, of files and words that there are, every command
of it done in its order, every record of it entered where it says."""

from __future__ import annotations

import csv
import io
import re
import shlex
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import docx
import pytest
import yaml
from openpyxl import load_workbook

from industry import project
from industry.__main__ import main
from industry.curation.template import guidelines
from industry.tables import store
from industry.tables.store import contents
from industry.tables.tables import Tables
from industry.vocabulary import fields, printed
from industry.wording.words import words
from tests.conftest import ROOT, WORLD, world
from tests.curation import workbooks
from tests.wording.test_words import FILES

TYPED = re.compile(r"\.venv(?:/bin/|\\Scripts\\)python -m industry ([a-z][^`\n]*)")
"""A command as a page says it."""
GUIDES = {language: (ROOT / name).read_text("utf-8") for language, name in guidelines.PAGES.items()}
PAGES = {
    one.relative_to(ROOT).as_posix(): one.read_text("utf-8")
    for one in (*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md"))
}
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
TABLE = "data/observations/jiangxi.csv"
_OF_A_LANGUAGE = re.compile(r"[A-Z]{3,}\b(?!_)|\.xlsx|\.proposed|language")
"""Names that stand for somebody's own, and choices of a language."""


def headings(text: str) -> list[str]:
    """The headings of a page, outside its boxes."""
    return re.findall(
        r"^#+ .+", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE
    )


def boxes(text: str) -> list[str]:
    return re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def typed(text: str) -> list[str]:
    """The commands that a page says to type, without remarks."""
    return [re.split(r"\s+#\s", one)[0].strip() for one in TYPED.findall(text)]


def anchor(heading: str) -> str:
    """What a link to a heading is called, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lstrip("# ").lower()).replace(" ", "-")


PAIRS = [(one, one.replace(".zh.md", ".md")) for one in sorted(PAGES) if one.endswith(".zh.md")]
"""What is said in a page of its own in each language."""


BUILDERS = {"docs/architecture.md", "docs/benchmarks.md", "docs/from-nothing.md"}
"""Pages for those who build the program, in one language or with both on one page."""


def test_every_page_for_users_is_there_in_both_languages() -> None:
    assert {one for one in PAGES if ".zh" not in one} == {en for _, en in PAIRS} | BUILDERS


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_both_languages_have_the_same_parts(zh: str, en: str) -> None:
    levels = [[one.partition(" ")[0] for one in headings(PAGES[name])] for name in (zh, en)]
    assert levels[0] == levels[1]
    assert [len(boxes(PAGES[name])) for name in (zh, en)].count(len(boxes(PAGES[en]))) == 2
    rows = [len(re.findall(r"^\|", PAGES[name], re.MULTILINE)) for name in (zh, en)]
    points = [len(re.findall(r"^(?:-|\d\.) ", PAGES[name], re.MULTILINE)) for name in (zh, en)]
    assert rows[0] == rows[1] and points[0] == points[1]
    typed_in = [re.findall(r"^```\w*\n(.*?)^```", PAGES[name], re.MULTILINE | re.DOTALL) for name in (zh, en)]
    assert [one.count("\n") for one in typed_in[0]] == [one.count("\n") for one in typed_in[1]]


@pytest.mark.parametrize(
    ("zh", "en"), [one for one in PAIRS if not {*one} & {*guidelines.PAGES.values(), "README.md"}]
)
def test_both_languages_name_the_same_words_of_the_program(zh: str, en: str) -> None:
    """Commands, options, files, names inside files: what stands in `` and is of the program, not of a language."""
    codes = [
        {
            re.sub(r"\s+", " ", one)
            for one in re.findall(
                r"`([^`]+)`", re.sub(r"^```.*?^```", "", PAGES[name], flags=re.MULTILINE | re.DOTALL)
            )
            if one.isascii()
        }
        for name in (zh, en)
    ]
    assert codes[0] and {one for one in codes[0] ^ codes[1] if not _OF_A_LANGUAGE.search(one)} == set()


@pytest.mark.parametrize(("zh", "en"), PAIRS)
def test_both_languages_tell_the_same_shares_and_measures(zh: str, en: str) -> None:
    """Per cents and decimals: what is measured stands in both pages, or in neither."""
    told = [{*re.findall(r"\d+(?:\.\d+)?(?= ?%)|\d+\.\d+", PAGES[name])} for name in (zh, en)]
    assert told[0] == told[1]


def test_chinese_pages_lead_to_chinese_ones() -> None:
    for zh, en in PAIRS:
        for to in re.findall(r"(?:\]\(|：)((?:docs/)?[\w-]+)\.md", PAGES[zh]):
            name = to if to.startswith("docs/") or "/" not in zh else f"docs/{to}"
            assert f"{name}.md" == en or f"{name}.zh.md" not in PAGES, (zh, to)


def test_both_guides_say_the_same_to_type_and_to_copy() -> None:
    assert typed(GUIDES["zh"]) == typed(GUIDES["en"])
    said = [[re.sub(r" +#.*", "", box) for box in boxes(text)] for text in GUIDES.values()]
    assert said[0] == said[1]
    codes = [sorted(re.findall(r"`[^`\n]+`", text)) for text in GUIDES.values()]
    for one in {
        one for one in codes[0] + codes[1] if re.search(r"\.(?:csv|yaml|json|md|bat|zip)\b|/`$", one)
    }:
        assert one in codes[0] and one in codes[1] or "<" in one or "DATE" in one or "日期" in one, one


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for to in re.findall(r"\]\(([^)\s]+)\)", PAGES[name]):
        path, _, part = to.partition("#")
        if path.startswith("http"):
            continue
        target = ((ROOT / name).parent / path).resolve() if path else ROOT / name
        assert target.is_file(), (name, to)
        if part:
            held = PAGES[target.relative_to(ROOT).as_posix()]
            assert part in {anchor(one) for one in headings(held)}, (name, to)


@pytest.mark.parametrize("language", GUIDES)
def test_sections_that_are_named_are_there(language: str) -> None:
    there = {one.lstrip("# ") for one in headings(GUIDES[language])}
    told = re.findall(r"(?:见|先读|[Ss]ee|Read) ?“([^”]+)”", GUIDES[language])
    assert told and set(told) <= there, set(told) - there


def shown(language: str) -> list[str]:
    """All that the program says, in the files of words and as pages are called."""
    at = fields.LANGUAGES.index(language)
    said = [entry[at] for name in FILES for entry in words(name).values()]
    return [*said, *(one.title(language) for one in world().catalogue.config.pages)]


@pytest.mark.parametrize("language", GUIDES)
def test_words_of_the_program_are_its_own(language: str) -> None:
    """A line of the messages is one sentence; all else in bold stands in one somewhere."""
    said = [re.sub(r"\{[^}]*\}", "\0", one) for one in shown(language)]
    for line in GUIDES[language].splitlines():
        parts = re.findall(r"\*\*(.+?)\*\*", line)
        cell = re.match(r"\| (…? ?\*\*[^|]*)\|", line)
        groups = [re.findall(r"\*\*(.+?)\*\*", cell[1])] if cell else [[one] for one in parts]
        for group in groups:
            alike = ".*".join(re.escape(one.strip()) for one in group)
            assert any(re.search(alike, one, re.DOTALL) for one in said), group


def test_how_to_mend_a_figure_is_told_in_words_of_the_program() -> None:
    """What CONTRIBUTING quotes of the page “Curate”, in each language."""
    (part,) = re.findall(r"^## [^\n]+A figure is wrong\n(.+?)^## ", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    quoted = [re.sub(r"\s+", " ", one) for one in re.findall(r"“([^”]+)”", part)]
    told = {
        "en": [one for one in quoted if one.isascii()],
        "zh": [one for one in quoted if not one.isascii()],
    }
    for language, words_of_it in told.items():
        assert words_of_it
        for one in words_of_it:
            assert any(said.startswith(one) for said in shown(language)), one


def made(folder: Path) -> None:
    """What a month brings: a bureau's workbook and a document."""
    rows: workbooks.Rows = [
        ["2022年1—6月分省规模以上工业主要指标", None, None],
        ["地区", "规模以上工业增加值增速（%）", "利润总额同比增长（%）"],
        ["全国", "3.4", "1.0"],
        ["江西", "8.1", "12.5①"],
        ["河北", "4.3", "-9.6"],
        ["①按可比口径计算。", None, None],
    ]
    (folder / "上半年.xlsx").write_bytes(workbooks.xlsx({"主要指标": rows}))
    text = docx.Document()
    for one in (
        "全省工业运行调度会讲话",
        "2022年上半年，全省规模以上工业增加值同比增长8.2%，高技术制造业增加值增长15.3%。",
    ):
        text.add_paragraph(one)
    text.save(str(folder / "讲话.docx"))


def confirm(folder: Path, _: Path) -> None:
    asked = folder / "上半年.proposed.mapping.yaml"
    text = asked.read_text("utf-8")
    assert "confirmed: no" in text
    asked.write_text(text.replace("confirmed: no", "confirmed: yes"), "utf-8")


def accept(name: str) -> Callable[[Path, Path], None]:
    def hand(folder: Path, _: Path) -> None:
        path = folder / name
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
        assert rows
        out = io.StringIO()
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(row | {"accept": "是" if row["indicator"] else ""} for row in rows)
        path.write_bytes(out.getvalue().encode("gb18030"))  # as Excel saves it

    return hand


def correct(folder: Path, _: Path) -> None:
    book = load_workbook(folder / "jiangxi.xlsx")
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[3]]
    for name, text in (("note_zh", "口径见来源说明。"), ("note_en", "See the source for its basis.")):
        sheet.cell(4, heads.index(name) + 1).value = text
    book.save(folder / "jiangxi.xlsx")


def shorten(folder: Path, tables: Path) -> None:
    (folder / "改好").mkdir()
    lines = (tables / TABLE).read_bytes().splitlines(keepends=True)
    (folder / "改好" / "jiangxi.csv").write_bytes(b"".join((*lines[:4], *lines[5:])))


def lose_zeros(_: Path, tables: Path) -> None:
    """As a spreadsheet saves the table."""
    path = tables / TABLE
    path.write_bytes(re.sub(rb",(-?\d+)\.0(%?)(?=,)", rb",\1\2", path.read_bytes()))


HANDS: tuple[tuple[str, Callable[[Path, Path], None]], ...] = (
    (r"import 上半年.* --mapping", confirm),
    (r"diff 讲话", accept("讲话.proposed.csv")),
    (r"import jiangxi\.xlsx", correct),
    (r"diff jiangxi", accept("jiangxi.proposed.csv")),
    (r"diff 改好", shorten),
    (r"check --zeros", lose_zeros),
)
"""What a curator does by hand before a command."""


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path, list[str]]]:
    """The folder of a curator and that of the tables after all that the guide says to type, and what was said in the end."""
    top = tmp_path_factory.mktemp("guide")
    folder, tables = top / "收到 的表", top / "数据"
    folder.mkdir()
    for name, data in contents(WORLD).items():
        (tables / name).parent.mkdir(parents=True, exist_ok=True)
        (tables / name).write_bytes(data)
    made(folder)
    today = datetime.now().date().isoformat()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("DATA", str(tables))
        patch.setattr(store, "STILL", 0.0)
        assert main(["check"]) == 0
        first = project.store(tables).current().tables
        assert first is not None
        for line in dict.fromkeys(typed(GUIDES["zh"])):
            for pattern, hand in HANDS:
                if re.match(pattern, line):
                    hand(folder, tables)
            since = re.sub(r"--since \d{4}-\d\d-\d\d", f"--since {today}", line)
            asked = shlex.split(re.sub(r"--since [0-9a-f]{6}\b", f"--since {first.version[:6]}", since))
            assert main(asked) == 0, line
        yield folder, tables, asked


def test_every_command_of_the_guide_does_what_it_says(done: tuple[Path, Path, list[str]]) -> None:
    folder, tables, last = done
    assert last == ["check", "--rows"]
    found = project.store(tables).current(wait=True).tables
    assert found is not None
    new = set(found.catalogue.sources) - set(world().catalogue.sources)
    assert len(new) == 2  # the workbook's and the document's
    printed = {one.as_printed for one in found.rows() if one.source and one.source.id in new}
    assert {"3.4%", "8.1%", "12.5%", "-9.6%", "8.2%", "15.3%"} <= printed
    assert any(one.note("zh") == "口径见来源说明" for one in found.rows(region="jiangxi"))
    gone = {one.id for one in world().rows(region="jiangxi")} - {
        one.id for one in found.rows(region="jiangxi")
    }
    assert len(gone) == 1  # by the whole table
    assert {one.name for one in folder.iterdir()} >= {
        "变化.xlsx",
        "上半年.proposed.source.yaml",
        "jiangxi.xlsx",
    }


@pytest.mark.parametrize("language", GUIDES)
def test_files_that_the_guide_names_are_there(language: str, done: tuple[Path, Path, list[str]]) -> None:
    folder, tables, _ = done
    told = re.sub(r"^```.*?^```", "", GUIDES[language], flags=re.MULTILINE | re.DOTALL)
    for one in re.findall(r"`([^`\n]+)`", told):
        if not re.fullmatch(
            r"(?:data|history|config|docs|documents)(?:/[\w./-]*|\.yaml)?|\w+\.bat|[\w.]+\.proposed\.\S+", one
        ):
            continue
        if one in ("data/observations/henan.csv", "data/indicators/energy.yaml", "documents", "documents/"):
            continue  # the first two are new, the others hold the office's own texts
        name = re.sub(r"日期-时间|DATE-TIME", "*", one)
        assert any([*top.glob(name)] for top in (ROOT, tables, folder)), one


def widened(table: bytes) -> bytes:
    """The table with every column there can be, in their order."""
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(fields.COLUMN), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def put(files: dict[str, bytes], name: str, record: str, below: str = "") -> None:
    """Enter a record as the guide shows it: at a file's end, or first under a key of it."""
    text = files[name].decode()
    if not below:
        files[name] = (text.rstrip("\n") + "\n\n" + record).encode()
        return
    assert text.count(f"\n{below}:\n") == 1
    files[name] = text.replace(f"\n{below}:\n", f"\n{below}:\n{record}").encode()


@pytest.mark.parametrize("language", GUIDES)
def test_what_the_guide_shows_can_be_copied(language: str) -> None:
    by_first = {one.split("\n", 1)[0].strip(" -"): one for one in boxes(GUIDES[language])}
    row = next(one for one in by_first.values() if one.startswith("coal_use,"))
    files = contents(WORLD)
    put(files, "data/sources.yaml", by_first["id: jiangxi_stats_2022_02"])
    files[TABLE] = widened(files[TABLE]) + row.encode()
    assert faults(files) == {"unknown_indicator"}
    put(files, "data/indicators/structure.yaml", by_first["id: coal_use"])
    put(files, "config.yaml", by_first["id: coal"], "figures")
    put(files, "config.yaml", by_first["id: half_year"], "decks")
    put(
        files,
        "config.yaml",
        next(one for first, one in by_first.items() if first.startswith("census_6")),
        "editions",
    )
    put(files, "data/priorities.yaml", by_first["source: jiangxi_2021_07"])
    put(files, "data/regions.yaml", by_first["id: henan"])
    files["data/observations/henan.csv"] = files[TABLE].partition(b"\n")[0] + b"\n"
    files["config.yaml"] = re.sub(rb"\nregions: \[", b"\nregions: [henan, ", files["config.yaml"])
    found = read(files)
    assert [one.as_printed for one in found.rows("coal_use")] == ["1200吨标准煤"]
    config = found.catalogue.config
    assert "coal" in {one.id for one in config.figures} and "half_year" in {one.id for one in config.decks}
    assert found.catalogue.regions["henan"].parent == "china" and "henan" in config.regions

    topic = next(one for first, one in by_first.items() if first.startswith("energy:"))
    put(files, "config.yaml", topic, "topics")
    structure = files["data/indicators/structure.yaml"].decode()
    files["data/indicators/structure.yaml"] = structure.replace(by_first["id: coal_use"], "").encode()
    files["data/indicators/energy.yaml"] = by_first["id: coal_use"].encode()
    assert read(files).catalogue.indicators["coal_use"].topic == "energy"


def faults(files: dict[str, bytes]) -> set[str]:
    return {one.code for one in project.read(files)[1]}


def read(files: dict[str, bytes]) -> Tables:
    found, wrong = project.read(files)
    assert found is not None, wrong
    return found


@pytest.mark.parametrize("record", guidelines.RECORDS)
def test_a_key_is_told_in_both_languages_with_every_word_that_it_may_hold(record: str) -> None:
    model, entry = guidelines.RECORDS[record]
    told = words("records")
    names = {entry(name) for name in model.model_fields if name != "topic"}
    assert {one for one in told if one.startswith(f"{record}_")} == names
    for name, one in guidelines.choices(record):
        assert all(one in said for said in told[entry(name)]), (name, one)
    assert all(zh.endswith("。") and en.endswith(".") for zh, en in (told[one] for one in names))


def test_what_the_guide_shows_of_breaks_is_yaml() -> None:
    for said in words("records")["indicator_breaks"]:
        found = re.search(r"\[\{.*\}\]", said)
        assert found and set(yaml.safe_load(found[0])[0]) == {"since", "reason"}


def test_the_programs_hint_of_a_command_is_explained() -> None:
    """Messages say python -m industry; what that is on Windows and elsewhere, both guides say."""
    for text in GUIDES.values():
        assert all(
            one in text
            for one in ("`python -m industry`", r"`.venv\Scripts\python -m industry`", "`.venv/bin/python")
        )


@pytest.mark.parametrize("name", PAGES)
def test_paths_that_pages_name_are_there(name: str) -> None:
    """What lies in the program's folder, and a name that is said to be in a file."""
    for path in re.findall(r"`((?:industry|ui|pages|tests|benchmarks|docs)/[\w/.]*)`", PAGES[name]):
        assert (ROOT / path).exists(), path
    for word, path in re.findall(
        r"`([A-Za-z_]\w*)`(?: in| \() ?`?((?:industry|ui)/[\w/]+\.py)`", PAGES[name]
    ):
        assert re.search(rf"\b{word}\b", (ROOT / path).read_text("utf-8")), (word, path)


@pytest.mark.parametrize("name", PAGES)
def test_goals_that_pages_name_are_there(name: str) -> None:
    (named,) = re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    goals = set(named.split())
    told = set(re.findall(r"(?:`|^)make ([a-z][a-z-]*)", PAGES[name], re.MULTILINE))
    assert told <= goals, told - goals
    benches = (ROOT / "benchmarks" / "__main__.py").read_text("utf-8")
    for one in re.findall(r"-m benchmarks ([a-z_]+)", PAGES[name]):
        assert one in benches, one


PRINTED: tuple[tuple[str, str, str, str, str], ...] = (
    ("增长-7.1%", "%", "growth_yoy", "-7.1", ""),
    ("低于全国1.6个百分点", "百分点", "gap", "-1.6", ""),
    ("比上年同期回落1.6个百分点", "百分点", "change", "-1.6", ""),
    ("增速回落至5.1%", "%", "growth_yoy", "5.1", ""),
    ("提高到5.1%", "%", "growth_yoy", "5.1", ""),
    ("降幅收窄至5.1%", "%", "growth_yoy", "-5.1", ""),
    ("增长1.3倍", "%", "growth_yoy", "130", ""),
    ("增长到1.3倍", "%", "growth_yoy", "30", ""),
    ("是上年同期的1.3倍", "%", "growth_yoy", "30", ""),
    ("1.3倍", "倍", "multiple", "1.3", ""),
    ("翻一番", "%", "growth_yoy", "100", ""),
    ("翻两番", "倍", "multiple", "4", ""),
    ("持平", "%", "growth_yoy", "0", ""),
    ("基本持平", "%", "growth_yoy", "0", "about"),
    ("六成", "%", "share", "60", ""),
    ("三成五", "%", "share", "35", ""),
    ("百分之十八", "%", "share", "18", ""),
    ("一半", "%", "share", "50", ""),
    ("过半", "%", "share", "50", "over"),
    ("1.4万家", "家", "level", "14000", ""),
    ("1万2千家", "家", "level", "12000", ""),
    ("一万二千家", "家", "level", "12000", ""),
    ("壹仟贰佰家", "家", "level", "1200", ""),
    ("1.2万亿元", "亿元", "level", "12000", ""),
    ("500万元", "亿元", "level", "0.05", ""),
    ("781亿2000万元", "亿元", "level", "781.2", ""),
    ("12,345", "家", "level", "12345", ""),
    ("１２．３", "%", "growth_yoy", "12.3", ""),
    ("5-10个", "个", "level", "5", ""),
    ("3至5万家", "家", "level", "30000", ""),
    ("下降3%～5%", "%", "growth_yoy", "-5", ""),
    ("第8位", "位", "rank", "8", ""),
    ("前3", "位", "rank", "3", "at_most"),
    ("30强", "位", "rank", "30", "at_most"),
    ("首位", "位", "rank", "1", ""),
    ("首家", "家", "count", "1", ""),
    ("下降超20%", "%", "growth_yoy", "-20", "over"),
)
UNREAD = (
    ("扭亏为盈", "%", "growth_yoy"),
    ("两位数增长", "%", "growth_yoy"),
    ("倍增", "%", "growth_yoy"),
    ("下降1.3倍", "%", "growth_yoy"),
    ("下降为5%", "%", "growth_yoy"),
    ("数千", "家", "level"),
    ("3万5", "家", "level"),
    ("18.5个百分点", "%", "growth_yoy"),
)


@pytest.mark.parametrize(("text", "unit", "measure", "value", "qualifier"), PRINTED)
def test_a_print_says_what_the_guide_says(
    text: str, unit: str, measure: str, value: str, qualifier: str
) -> None:
    found = printed.read(text, unit, measure)
    assert found is not None and (found.value, found.qualifier) == (Decimal(value), qualifier)
    told = re.sub(r"^比上年同期回落", "", re.sub(r"^低于全国", "", text))
    for guide in GUIDES.values():
        assert told in guide and str(abs(Decimal(value))) in guide


def test_what_the_guide_says_cannot_be_read_is_not() -> None:
    for text, unit, measure in UNREAD:
        assert printed.read(text, unit, measure) is None, text
        assert all(text in guide or text.startswith("18.5") for guide in GUIDES.values()), text
