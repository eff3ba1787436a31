"""Why the system refuses a file is said in the reader's language, whatever the system's own is."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest

from industry.__main__ import main
from industry.wording import words
from industry.wording.words import refused
from tests.conftest import WORLD

_HAN = re.compile("[\u4e00-\u9fff]")


def test_every_error_of_the_system_is_said_in_chinese_and_in_english() -> None:
    for number, name in errno.errorcode.items():
        said = refused(OSError(number, "Strange words"), "zh")
        assert _HAN.search(said) and "Strange" not in said, name
        assert not _HAN.search(refused(OSError(number, "别的语言"), "en")), name
    assert set(words.words("system")) - {"no_name", "other"} <= {
        *errno.errorcode.values(),
        "ENOTSUP",
        "EDQUOT",
        "ESTALE",
        "EHOSTDOWN",
    }


@pytest.mark.parametrize(
    "command",
    [
        ["import", str(WORLD), "--source", "nbs_2022_01_27", "--out", "x.csv"],
        ["import", "no.xlsx", "--source", "nbs_2022_01_27", "--out", "x.csv"],
        ["adopt", "is.csv/x.csv"],
        ["adopt", "a" * 300],
        ["template", "hebei", "--out", "is.csv/x.xlsx"],
        ["template", "hebei", "--out", "no/x.xlsx"],
        ["changes", "--since", "is.csv/x.pptx"],
        ["changes", "--since", "2021-01-01", "--format", "csv", "--out", "no/x.csv"],
        ["diff", "is.csv/x.csv"],
        ["proof", "draft.txt", "--region", "jiangxi", "--out", "no/x.txt"],
        ["proof", "is.csv/x.txt", "--region", "jiangxi"],
        ["read", "draft.txt", "--region", "jiangxi", "--date", "2021-08-01", "--out", "is.csv/x.csv"],
        ["export", "--out", "is.csv/x"],
    ],
)
def test_no_command_says_it_in_the_words_of_the_system(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("is.csv").write_text("x", encoding="utf-8")
    Path("draft.txt").write_text("2021年上半年，江西规模以上工业增加值增长18.5%。", encoding="utf-8")
    assert main([*command, "--folder", str(WORLD)]) == 1
    said = "".join(capsys.readouterr())
    strange = [
        one
        for one in ("No such file", "Not a directory", "Is a directory", "File exists", "too long", "[Errno")
        if one in said
    ]
    assert _HAN.search(said) and not strange, said
