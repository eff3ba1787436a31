"""How the house is built, kept true: imports run one way, folders and files stay small, and no year, region
or count of documents stands in code. What the packages are is told in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "industry"
ORDER = (
    "kept",
    "vocabulary",
    "tables",
    "rules",
    "text",
    "wording",
    "figures",
    "project",
    "export",
    "curation",
    "commands",
    "__main__",
)
"""The library's packages and modules; each imports only those before it."""
ONE_KIND = ("figures/kinds", "export/formats", "commands")
"""Folders whose files are all of one kind; they may be many."""
EXAMPLES = ("industry/wording/words/faults.yaml", "industry/vocabulary/fields.py")
"""Where the words of faults and columns give examples."""
MAY_STAND = {
    "industry/tables/eyesight.py": {1805},  # 0.1805, of the matrix from RGB to XYZ
    "industry/export/office/charts/parts.py": {1904},  # c:date1904, a part of the format
    "industry/export/formats/zip.py": {
        1980
    },  # the date of files in a ZIP, so that equal contents are equal files
    "industry/text/word/packed.py": {2006},  # namespaces of Word, parts of the format
    "industry/text/office.py": {2006},  # likewise
    "industry/export/pptx/templates/opened.py": {2006},  # likewise, of presentations
    "industry/text/word/blocks.py": {1998, 2006},  # likewise
    "industry/export/texts/commented.py": {1998},  # likewise
    "industry/export/texts/word_parts.py": {2006},  # likewise
    "industry/export/docx/markup.py": {1998, 2006},  # likewise
    "industry/export/office/properties.py": {2006},  # likewise, of the properties of Office files
    "industry/curation/sheets/workbook.py": {
        1904,
        2006,
    },  # date1904 and namespaces of workbooks, parts of the format
    "industry/curation/sheets/worksheet.py": {1900, 1904, 2006},  # likewise
    "industry/curation/sheets/shown.py": {1899, 1900, 1904},  # how spreadsheets count days
    "industry/vocabulary/periods.py": {1899, 1900, 2000},  # how spreadsheets count days and write years
}
"""Years that aren't of the data."""


def modules() -> list[Path]:
    return sorted(LIBRARY.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> set[str]:
    """What a file imports, by full names; nothing is imported relatively."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.relative_to(ROOT)}:{node.lineno} imports relatively"
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def name_of(path: Path) -> str:
    """The module's full name."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_the_library_knows_neither_streamlit_nor_who_uses_it() -> None:
    for path in modules():
        strange = {"streamlit", "ui", "pages", "tests", "benchmarks", "dashboard"}
        assert not strange & {name.split(".")[0] for name in imports(path)}, path


def test_no_module_reaches_itself_through_others() -> None:
    known = {name_of(path): path for path in modules() if path.name != "__init__.py"}
    above = {
        name: {one for found in imports(path) for one in (found, found.rpartition(".")[0]) if one in known}
        for name, path in known.items()
    }
    settled: set[str] = set()
    while left := {name for name, needed in above.items() if name not in settled and needed <= settled}:
        settled |= left
    assert settled == set(above), f"in a circle: {sorted(set(above) - settled)}"


def test_a_package_imports_only_those_before_it() -> None:
    place = {name: number for number, name in enumerate(ORDER)}
    for path in modules():
        own = path.relative_to(LIBRARY).parts[0].removesuffix(".py")
        if own == "__init__":
            assert not imports(path), "the library's own __init__ imports nothing"
            continue
        assert own in place, f"{own} has no place in the order"
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "industry" and len(parts) > 1 and parts[1] != own:
                assert place[parts[1]] < place[own], f"{path.relative_to(ROOT)} imports {parts[1]}"


def test_folders_are_few_files_and_files_are_short() -> None:
    for folder in (one for top in (LIBRARY, ROOT / "ui") for one in (top, *top.rglob("*")) if one.is_dir()):
        held = [one for one in folder.glob("*.py") if one.name != "__init__.py"]
        if folder.relative_to(ROOT).as_posix().removeprefix("industry/") not in ONE_KIND:
            assert len(held) <= 12, f"{folder.relative_to(ROOT)} holds {len(held)} modules"
    for path in (*modules(), *(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")):
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= 300, f"{path.relative_to(ROOT)} has {lines} lines"


def test_every_module_says_what_it_is() -> None:
    for path in (*modules(), *(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")):
        assert ast.get_docstring(tree(path)), path


def test_docstrings_send_nobody_to_a_module_that_isnt_there() -> None:
    sent = re.compile(
        r"(?:belongs?|stands?|decided|planned|judged|told|told of|is for)\s+(?:in|to|by)\s+``(\w+)``"
    )
    for top in ("industry", "ui"):
        known = {one.stem for one in (ROOT / top).rglob("*")} | {"industry", "ui", "pages", "config"}
        for path in (ROOT / top).rglob("*.py"):
            told = ast.get_docstring(tree(path)) or ""
            for name in sent.findall(told):
                assert name in known, f"{path.relative_to(ROOT)} names {name}"


@cache
def written(path: Path) -> tuple[tuple[int, str], ...]:
    """Line and text of all that a file says but comments and docstrings: constants of any kind and the
    names that code gives (arguments, attributes, variables). Of other files than Python's, every line."""
    if path.suffix != ".py":
        return tuple(enumerate(path.read_text(encoding="utf-8").splitlines(), start=1))
    found = []
    nodes = list(ast.walk(tree(path)))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and id(node) not in told:
            text = node.value.decode("latin-1") if isinstance(node.value, bytes) else str(node.value)
            found.append((node.lineno, text))
        for field in ("id", "attr", "arg", "name"):
            if isinstance(name := getattr(node, field, None), str):
                found.append((getattr(node, "lineno", 0), name))
    return tuple(dict.fromkeys(found))


SUFFIXES = (".py", ".js", ".css", ".html", ".yaml")


def code() -> Iterator[Path]:
    for top in ("industry", "ui", "pages"):
        yield from (one for one in (ROOT / top).rglob("*") if one.suffix in SUFFIXES)
    yield ROOT / "dashboard.py"


def example(name: str, text: str) -> bool:
    """Whether a text is an example in the words of faults or of the columns: several words, or a period,
    date or code as somebody would write it, alone."""
    alone = re.fullmatch(r"\d{4}(-\d{2})*(/\d{4}(-\d{2})?)?|\d{4}年1-6月|[a-z]+_\d{4}_\d{2}", text)
    worded = len(text) > 12 and re.search(r"[如：；，应]|such as|expected|例", text)
    return name in EXAMPLES and bool(alone or worded)


def years(text: str) -> set[int]:
    """The years in a text, standing alone, in a name (growth_2021) or at the head of a date (20210401)."""
    found = re.findall(r"(?<!\d)((?:18|19|20)\d\d)(?:(?:0[1-9]|1[0-2])(?:\d\d)?)?(?!\d)", text)
    return {int(one) for one in found} | {0 for _ in re.findall("二[〇零][一二三]", text)}


def test_no_year_stands_in_code() -> None:
    for path in code():
        name = path.relative_to(ROOT).as_posix()
        for line, text in written(path):
            if not example(name, text):
                assert years(text) <= MAY_STAND.get(name, set()), f"{name}:{line}: {text!r}"


def test_no_region_and_no_count_of_documents_stands_in_code() -> None:
    regions = yaml.safe_load((ROOT / "data" / "regions.yaml").read_text(encoding="utf-8"))
    special = {"china"}  # also the name of a benchmark that a relation asks for
    ids = {one["id"] for one in regions} - special
    codes = {one["code"] for one in regions if one["id"] not in special}
    names = [name for one in regions if one["id"] not in special for name in one["name"].values()]
    number = r"(?:\d+|[一两二三四五六七八九十]+)"
    counted = re.compile(
        rf"{number}(?:份材料|份文件|省(?![级内外份]))"
        r"|(?i:\b(?:\d+|two|three|four|five|six|seven) (?:documents|provinces)\b)"
    )
    for path in code():
        name = path.relative_to(ROOT).as_posix()
        for line, text in written(path):
            if example(name, text):
                continue
            where = f"{name}:{line}: {text!r}"
            assert not (ids | codes) & set(re.split(r"[\W_]+", text)), where
            assert name in EXAMPLES or not any(one in text for one in names), where
            assert not counted.search(text), where


def test_what_must_not_stand_in_code_is_seen() -> None:
    seen = ("2021", "growth_2021", "since2021", "20210401", "202104", "2021年", "二〇二一年", "截至2021")
    assert all(years(one) for one in seen)
    assert not any(years(one) for one in ("12021", "720", "3840x2160", "#202020"))


def test_the_drawing_of_the_house_is_true() -> None:
    """Every path that docs/architecture.md names is there, and its packages stand in the order of imports."""
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for path in re.findall(r"`((?:industry|ui|pages|tests|data|config|docs)[\w/.]*)`", told):
        assert (ROOT / path).exists(), path
    table = re.findall(r"^\| `industry/(\w+)", told, re.MULTILINE)
    assert tuple(table) == ORDER
    arrows = next(line for line in told.splitlines() if "-.->" in line)
    drawn = [one.strip() for one in arrows.split("-.->")]
    assert drawn == [*ORDER[:-1], "ui"]


READING = (
    "split",
    "rsplit",
    "partition",
    "rpartition",
    "removeprefix",
    "removesuffix",
    "startswith",
    "endswith",
)
"""How a text is looked at to learn what it says; with `re` and the ``is…`` of strings."""
MAY_READ = {
    "export/pptx/templates/opened.py": "names of parts and kinds of relations",
    "export/pptx/templates/colours.py": "names of elements",
    "rules/lock.py": "the text of a lock, as an address writes it",
    "rules/identities.py": "an edition's id that names its year",
    "rules/arithmetic/intervals.py": "digits as printed",
    "wording/cells.py": "cells and keys of records as their files have them",
    "wording/fault_words.py": "what a fault found in a file",
    "wording/numbers.py": "a unit as curators write it",
    "wording/texts/subject.py": "an indicator's name as curators write it",
    "figures/compose/wrapping.py": "where a line may break",
}
"""Texts that are no words of ours, and the one place that sets them in lines."""


def test_nobody_reads_words_to_learn_what_they_say() -> None:
    for top in ("rules", "wording", "figures", "export/office", "export/pptx", "export/formats"):
        for path in (LIBRARY / top).rglob("*.py"):
            if path.relative_to(LIBRARY).as_posix() in MAY_READ:
                continue
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    called = node.func.attr
                    digits = called in ("isdigit", "isdecimal", "isnumeric")
                    pattern = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                    lines = [ast.unparse(one) for one in node.args] == ["'\\n'"]  # of a label, one by one
                    reads = called in READING and not lines or digits or pattern
                    assert not reads, f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}"
