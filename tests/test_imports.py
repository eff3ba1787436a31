"""The library's imports run one way, and none of it knows Streamlit."""

import ast
from pathlib import Path

# As they may import one another: each only those before it.
ORDER = ["vocabulary", "tables", "rules", "wording", "figures", "project", "export", "__main__"]
LIBRARY = Path(__file__).resolve().parent.parent / "industry"


def imports(path: Path) -> set[str]:
    """The library's modules that a file imports, by their first name."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{name.name}" for name in node.names}
    return found


def test_the_library_knows_no_streamlit() -> None:
    for path in LIBRARY.rglob("*.py"):
        assert not any(name.split(".")[0] == "streamlit" for name in imports(path)), path


def test_imports_run_downward() -> None:
    place = {name: number for number, name in enumerate(ORDER)}
    for path in LIBRARY.rglob("*.py"):
        own = path.relative_to(LIBRARY).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        for name in imports(path):
            parts = name.split(".")
            if parts[0] == "industry" and len(parts) > 1 and parts[1] in place and parts[1] != own:
                assert place[parts[1]] < place[own], f"{path.name} imports {parts[1]}"
