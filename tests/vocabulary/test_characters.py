"""Characters that nobody sees, and garbled text: found wherever they stand, named, and nothing else taken for
them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from industry import project
from industry.vocabulary import characters
from tests.conftest import WORLD
from tests.tables.fault_tables import base

ODD = [
    *"\x01\x0b\x0c\x1b\x7f\x85\x9f\xad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069",
    *"\u180e\u3164\ufe0f\ufeff\ufffc\ufffd\ufffe\uffff\ufdd0\ue000\U0001fffe\U000e0001\U000e0100",
]
LINES = sorted({
    line for path in WORLD.rglob("*.*") if path.suffix in (".csv", ".yaml")
    for line in path.read_text(encoding="utf-8").splitlines()
})  # fmt: skip
TEXTS = (
    "工业",
    "增加值增速",
    "规模以上工业增加值（不含港澳台），同比增长",
    "“四图五清单”",
    "江西省工业和信息化厅",
    "萬億參個",
)


@pytest.mark.parametrize("character", ODD, ids=characters.named)
@pytest.mark.parametrize("before", ["", "口径", "a, "])
def test_an_odd_character_is_named_with_its_place(character: str, before: str) -> None:
    (found,) = characters.wrong(f"{before}{character}未注明")
    assert (found[0], found[1], dict(found[2])["place"]) == (
        "odd_character",
        f"U+{ord(character):04X}",
        str(len(before) + 1),
    )
    assert characters.clean(f"{before}{character}未注明") == f"{before}未注明"


@pytest.mark.parametrize("character", ODD, ids=characters.named)
@pytest.mark.parametrize("name", sorted(base()))
def test_an_odd_character_in_any_file_is_told(character: str, name: str) -> None:
    files = base()
    text = files[name].decode()
    at = max(text.rfind("note"), text.rfind("title"), text.rfind("levels"), text.rfind("text")) + 2
    at = len(text) - 1 if at < 2 else at
    files[name] = (text[:at] + character + text[at:]).encode("utf-8", "surrogatepass")
    found = [fault for fault in project.read(files)[1] if fault.code == "odd_character"]
    assert [(fault.file, fault.found) for fault in found] == [(name, characters.named(character))]
    assert found[0].line == text[:at].count("\n") + 1


def test_half_a_surrogate_pair_is_told() -> None:
    files = base()
    for name in ("data/observations/jiangxi.csv", "data/sources.yaml"):
        changed = (
            files[name].replace("口径".encode(), b"\xed\xa0\xbd").replace("会议".encode(), b"\xed\xa0\xbd")
        )
        found = [fault.found for fault in project.read({**files, name: changed})[1]]
        assert "U+D83D" in found


@pytest.mark.parametrize("line", ['title: "a\\u200bb"', "title: 'a\tb'", 'title: "\\x0b"'])
def test_an_escape_hides_nothing(line: str) -> None:
    files = base()
    config = files["config.yaml"].decode()
    title = next(one for one in config.splitlines() if one.startswith("title:"))
    files["config.yaml"] = config.replace(title, line).encode()
    assert "odd_character" in [fault.code for fault in project.read(files)[1]]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("written", "read"), [
    ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("utf-8", "gbk"), ("utf-8", "gb18030"), ("gbk", "latin-1"),
])  # fmt: skip
def test_text_read_in_another_encoding_is_garbled(text: str, written: str, read: str) -> None:
    broken = text.encode(written if "萬" not in text else "utf-8", "ignore").decode(read, "replace")
    found = list(characters.wrong(f"2021 {broken}"))
    assert found, broken
    if "\ufffd" not in broken:
        assert found[0][0] == "garbled_text"
        assert dict(found[0][2])["near"] in text


@pytest.mark.parametrize("text", ["锟斤拷", "烫烫烫", "口径??????", "å·¥ä¸š", "Â·", "宸ヤ笟澧炲姞鍊"])
def test_what_a_broken_copy_leaves_is_garbled(text: str) -> None:
    assert [code for code, _, _ in characters.wrong(text)] == ["garbled_text"]


@pytest.mark.parametrize(("text", "run", "near"), [
    ("宸ヤ笟增加值", "宸ヤ笟", "工业"), ("按2021年计，瑙勪笂宸ヤ笟。", "瑙勪笂宸ヤ笟", "规上工业"), ("涓婂崐骞?", "涓婂崐", "上半"),
    ("姹熻タ鐪?", "姹熻タ", "江西"), ("2021骞?1—6月", "骞?", ""), ("骞?鍏?", "骞?", ""), ("规上宸ヤ?增加值", "宸ヤ?", "工"),
    ("&#24037;业", "&#24037;", "工"), ("工&#x4E1A;", "&#x4E1A;", "业"), ("工业&nbsp;增加值", "&nbsp;", "\xa0"),
    ("⼯业", "⼯", "工"), ("第⻚", "⻚", ""), ("資\uf90a", "\uf90a", "金"), ("\U0002f804", "\U0002f804", "你"),
])  # fmt: skip
def test_garbled_parts_of_a_longer_text_are_found(text: str, run: str, near: str) -> None:
    assert characters.suspect(text)
    ((code, found, facts),) = characters.wrong(text)
    assert (code, found, dict(facts).get("near", "")) == ("garbled_text", run, near)
    assert dict(facts)["place"] == str(text.index(run) + 1)


@pytest.mark.parametrize(
    "text", ["增加值", "规模以上", "工业企业", "利润总额", "同比增长", "江西省", "投资增速", "電子信息"]
)
@pytest.mark.parametrize("around", ["规上{}增加值", "按2021年计，{}。", "{}（不含）", "江西{}：1—6月"])
def test_garbled_words_among_right_ones_are_found(text: str, around: str) -> None:
    for lost in ("replace", "ignore"):
        broken = text.encode().decode("gbk", lost).replace("\ufffd", "?")
        assert list(characters.wrong(around.format(broken))), broken


@pytest.mark.parametrize("line", [
    "R&D、AT&T; S&P", "a?x=1&y=2", "潇?湘", "在瀘州？衢州?", "﨎﨏神", "笟、宸、瑙", "涓涓细流", "嫄婉瀹", "1—6月同比增长18.5%，高于全国（15.9%）2.6个百分点；±0.05", "Jiangxi’s “four charts” — 3 × 2 = 6; café, naïve, Ü, 5 °C, m²",
    "潇湘、亳州、衢州、渌水、汨罗、堃、喆、玥、镕", "萬安縣、遂川縣：電子信息產業", "真的吗？是的！Really? Yes.", "ΔGDP ≥ 5‰ → α·β",
])  # fmt: skip
def test_what_is_legible_is_left_alone(line: str) -> None:
    assert list(characters.wrong(line)) == []
    assert not characters.suspect(line) or characters.garbled(line) is None


def test_the_frozen_tables_are_legible() -> None:
    assert [line for line in LINES if list(characters.wrong(line))] == []


@given(st.lists(st.text(max_size=20), max_size=4))
def test_what_is_told_quickly_is_what_is_found(texts: list[str]) -> None:
    found = [list(characters.wrong(text)) for text in texts]
    assert all(characters.suspect(text) for text, told in zip(texts, found, strict=True) if told)
    whole = "\n".join(["", *texts]).encode("utf-8", "surrogatepass")
    assert not any(found) or characters.suspect(characters.unusual(whole))
    for text in texts:
        assert list(characters.odd(characters.clean(text, tabs=True))) == []
        json.dumps(characters.clean(text), ensure_ascii=False).encode("utf-8")
