"""How the house is built, kept true: imports run one way, folders and files stay small, and no year, region
or count of documents stands in code. What the packages are is told in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "industry"
ORDER = ("vocabulary", "tables", "rules", "wording", "figures", "project", "export", "__main__")
"""The library's packages and modules; each imports only those before it."""
ONE_KIND = ("figures/kinds",)
"""Folders whose files are all of one kind; they may be many."""
WORDS = ("wording/fault_words.py",)
"""Tables of words; they may be long."""
MAY_STAND = {
    "industry/export/bundle.py": {1980},  # the date of files in a ZIP, so that equal contents are equal files
    "industry/vocabulary/periods.py": {1899, 1900, 2000},  # how spreadsheets count days and write years
}
"""Years that aren't of the data."""


def modules() -> list[Path]:
    return sorted(LIBRARY.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """What a file imports, by full names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def test_the_library_knows_no_streamlit() -> None:
    for path in modules():
        assert not any(name.split(".")[0] == "streamlit" for name in imports(path)), path


def test_a_package_imports_only_those_before_it() -> None:
    place = {name: number for number, name in enumerate(ORDER)}
    for path in modules():
        own = path.relative_to(LIBRARY).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        assert own in place, f"{own} has no place in the order"
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "industry" and len(parts) > 1 and parts[1] != own:
                assert place[parts[1]] < place[own], f"{path.relative_to(ROOT)} imports {parts[1]}"


def test_no_kind_of_chart_knows_another() -> None:
    for path in (LIBRARY / "figures" / "kinds").glob("[!_]*.py"):
        assert not any(name.startswith("industry.figures.kinds") for name in imports(path)), path


def test_folders_are_few_files_and_files_are_short() -> None:
    for folder in (one for top in (LIBRARY, ROOT / "ui") for one in (top, *top.rglob("*")) if one.is_dir()):
        held = [one for one in folder.glob("*.py") if one.name != "__init__.py"]
        if folder.relative_to(ROOT).as_posix().removeprefix("industry/") not in ONE_KIND:
            assert len(held) <= 12, f"{folder.relative_to(ROOT)} holds {len(held)} modules"
    for path in (*modules(), *(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")):
        lines = path.read_text(encoding="utf-8").count("\n")
        if path.relative_to(ROOT).as_posix().removeprefix("industry/") not in WORDS:
            assert lines <= 300, f"{path.relative_to(ROOT)} has {lines} lines"


def test_every_module_says_what_it_is() -> None:
    for path in (*modules(), *(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_docstrings_send_nobody_to_a_module_that_isnt_there() -> None:
    sent = re.compile(
        r"(?:belongs?|stands?|decided|planned|judged|told|told of|is for)\s+(?:in|to|by)\s+``(\w+)``"
    )
    for top in ("industry", "ui"):
        known = {one.stem for one in (ROOT / top).rglob("*")} | {"industry", "ui", "pages", "config"}
        for path in (ROOT / top).rglob("*.py"):
            told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            for name in sent.findall(told):
                assert name in known, f"{path.relative_to(ROOT)} names {name}"


def constants(path: Path) -> Iterator[tuple[int, str | int]]:
    """Line and value of the texts and whole numbers in a file, but for docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in told and type(node.value) in (str, int):
            yield node.lineno, node.value


def code() -> Iterator[Path]:
    for top in ("industry", "ui", "pages"):
        yield from (ROOT / top).rglob("*.py")
    yield ROOT / "dashboard.py"


def test_no_year_stands_in_code() -> None:
    """Examples in the words of faults and of the columns are told apart by their grammar: a whole period
    or date as somebody would write it, not a year that decides something."""
    examples = ("industry/wording/fault_words.py", "industry/vocabulary/fields.py")
    for path in code():
        name = path.relative_to(ROOT).as_posix()
        for line, value in constants(path):
            if name in examples and isinstance(value, str):
                continue
            years = {int(one) for one in re.findall(r"(?<![A-Za-z0-9_])((?:18|19|20)\d\d)(?!\d)", str(value))}
            assert years <= MAY_STAND.get(name, set()), f"{name}:{line}: {value!r}"


def test_no_region_and_no_count_of_documents_stands_in_code() -> None:
    regions = yaml.safe_load((ROOT / "data" / "regions.yaml").read_text(encoding="utf-8"))
    ids = {one["id"] for one in regions}
    names = [name for one in regions for name in (one["name"]["zh"], one["name"]["en"])]
    counted = re.compile(
        r"[一两二三四五六七八九十]份材料|[一两二三四五六七八九十][省市](?!份)|(?i:\b(?:three|four|five|six) (?:documents|provinces))"
    )
    examples = ("industry/wording/fault_words.py", "industry/vocabulary/fields.py")
    special = {"china"}  # also the name of a benchmark that a relation asks for
    for path in code():
        name = path.relative_to(ROOT).as_posix()
        for line, value in constants(path):
            if not isinstance(value, str) or name in examples:
                continue
            words = set(re.findall(r"\w+", value))
            assert not (ids - special) & words, f"{name}:{line}: {value!r}"
            assert not any(one in value for one in names if one not in ("全国", "China")), (
                f"{name}:{line}: {value!r}"
            )
            assert not counted.search(value), f"{name}:{line}: {value!r}"


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
