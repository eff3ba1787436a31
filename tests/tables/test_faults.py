"""Faults: each broken table gets its sentences, word for word; nothing raises; nothing cascades."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from industry import project
from industry.tables.faults import CODES, Fault
from industry.vocabulary import fields
from industry.wording import fault_words
from tests.tables import fault_tables
from tests.tables.fault_tables import base, table

SENTENCES = fault_tables.expected()
ROW = "value_added_growth,2021-01/2021-06,18.5,,,actual,,,meeting,8,18.5%,,"
MEETINGS = "meetings,2021,5,10,,target,,status,meeting,10,5-10次,,"
PLAIN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def codes(files: dict[str, bytes]) -> list[str]:
    return [fault.code for fault in project.read(files)[1]]


@pytest.mark.parametrize("name", SENTENCES)
@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_a_broken_table_gets_its_sentences(name: str, language: str) -> None:
    read, faults = fault_tables.read(name, SENTENCES[name])
    assert read is None
    assert [fault_words.sentence(fault, language) for fault in faults] == SENTENCES[name][language]


def test_every_code_has_a_broken_table() -> None:
    told = {fault.code for name in SENTENCES for fault in fault_tables.read(name, SENTENCES[name])[1]}
    assert told | {"missing_folder"} == set(CODES)  # that one is the store's, and tried there


def test_every_broken_table_is_tested() -> None:
    lying = {path.stem for path in fault_tables.FOLDER.iterdir() if path.is_file()} - {"sentences"}
    assert lying == {name for name, told in SENTENCES.items() if "at" in told}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", fields.LANGUAGES)
def test_every_code_has_words(code: str, language: str) -> None:
    facts = {
        "size": "64",
        "names": "themes",
        "first": "3",
        "file": "data/x.yaml",
        "printed": "18.5%",
        "unit": "%",
    }
    facts |= {
        "kind": "table",
        "hint": "comma",
        "cause": "tab",
        "feature": "tag",
        "type": "list",
        "form": "id",
        "key": "measure",
        "folder": "data/observations/",
        "other": "jiangxi",
        "value": "7",
        "months": "1 2",
        "before": "8",
        "mark": "invisible",
        "place": "3",
        "counted": "things",
        "latest": "2021-07",
        "source": "meeting",
        "date": "2021-07-25",
    }
    fault = Fault(code, "data/x.csv", 2, "value", "a\nb" * 40, ("c", "d"), tuple(facts.items()))
    sentence = fault_words.sentence(fault, language)
    assert sentence.endswith("。" if language == "zh" else ".")
    assert "\n" not in sentence
    assert "{" not in sentence.replace("{zh", "")


def test_a_code_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        Fault("no_such_fault", "config.yaml")


def test_what_was_found_is_cut() -> None:
    fault = Fault("not_a_number", "data/x.csv", 2, "value", "1" * 100, ("18.5",), (("hint", "other"),))
    assert f"“{'1' * 39}…”" in fault_words.sentence(fault, "zh")


def test_the_base_is_right() -> None:
    read, faults = project.read(base())
    assert read is not None and faults == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + table(ROW).encode(),
        table(ROW).replace("\n", "\r\n").encode(),
        table(ROW).replace("\n", "\r").encode(),
        table(ROW, "", ",,,,,,,,,,,,", "").encode(),
        table(ROW).rstrip("\n").encode(),
        table(ROW).replace("\n", ",\n").encode(),
        table(ROW).replace("\n", ",, ,\n").encode(),
        table(ROW.replace("18.5,", "18.50,").replace("18.5%", "18.50%")).encode(),
        table(ROW.replace("18.5,", "0.0,").replace("18.5%", "-0.0%")).encode(),
        table(ROW).replace("18.5%,,", '18.5%,"一，\n""二""",').encode(),
        (
            b"indicator,period,value,status,source,paragraph,as_printed\n"
            b"value_added_growth,2021-01/2021-06,18.5,actual,meeting,8,18.5%\n"
        ),
    ],
    ids=[
        "byte order mark",
        "CRLF",
        "CR",
        "blank rows",
        "no last newline",
        "an empty column",
        "empty columns",
        "two decimals",
        "a fall rounded to zero",
        "quoted newline",
        "fewer columns",
    ],
)
def test_what_is_accepted(content: bytes) -> None:
    rest = ["enterprises", "meetings"]
    found = [fault for fault in project.read(base(jiangxi=content))[1] if fault.found not in rest]
    assert found == []


@pytest.mark.parametrize(
    ("short", "broken"),
    [
        ("growth", "- id: [\n"),
        ("growth", b"\xff\xfe\x00"),
        ("sources", "id: meeting\n"),
        ("regions", "%"),
        ("config", "title: {\n"),
        ("config", None),
        ("enterprises", ""),
        ("jiangxi", ""),
    ],
)
def test_one_unreadable_file_is_one_fault(short: str, broken: bytes | str | None) -> None:
    found = codes(base(**{short: broken}))
    assert len(found) == 1, found


def test_a_copy_is_told_once_and_never_read() -> None:
    files = base() | {"data/observations/jiangxi - 副本.csv": table(ROW.replace("actual", "real")).encode()}
    assert [fault.code for fault in project.read(files)[1]] == ["copied_file"]


def test_a_wrong_list_of_regions_is_one_fault() -> None:
    config = base()["config.yaml"].decode()
    assert codes(base(config=config.replace("[jiangxi]", "[jianxi]"))) == ["unknown_region"]
    assert codes(base(config=config.replace("regions: [jiangxi]\n", ""))) == ["missing_key"]


def test_english_words_make_any_unit_good() -> None:
    text = base()["data/indicators/enterprises.yaml"].decode()
    strange = text.replace("unit: 次", "unit: 次/部门")
    assert codes(base(enterprises=strange)) == ["no_english_unit"]
    for words in ("meetings", "''"):
        told = strange.replace("unit: 次/部门", f"unit: 次/部门\n  unit_en: {words}")
        assert "no_english_unit" not in codes(base(enterprises=told))


def test_other_values_of_another_period_paragraph_or_edition_are_right() -> None:
    other = ROW.replace("18.5", "19.5")
    rows = (ROW, other.replace("2021-06", "2021-05"), other.replace(",8,", ",9,"), MEETINGS)
    rest = [fault.code for fault in project.read(base(jiangxi=table(*rows)))[1]]
    assert "contradictory_row" not in rest
    precise = ROW.replace("18.5", "18.53")
    assert "contradictory_row" not in codes(base(jiangxi=table(ROW, MEETINGS, precise)))
    assert codes(base(jiangxi=table(ROW, MEETINGS, precise, precise)))[-1] == "duplicate_row"
    undated = MEETINGS.replace("2021,", ",").replace("status", "status period")
    more = undated.replace("5,10", "6,10").replace("5-10", "6-10")
    assert "contradictory_row" not in codes(base(jiangxi=table(ROW, undated, more)))
    assert codes(base(jiangxi=table(ROW, MEETINGS, other)))[-1] == "contradictory_row"


def test_a_record_that_is_refused_keeps_its_id() -> None:
    growth = base()["data/indicators/growth.yaml"].decode().replace("  tier: headline\n", "")
    assert codes(base(growth=growth)) == ["missing_key"]


def test_all_faults_are_told_at_once() -> None:
    files = base(
        jiangxi=table(
            ROW.replace("18.5,", "18.6,"), ROW.replace("actual", "real").replace(",8,", ",9,"), MEETINGS
        ),
        sources=base()["data/sources.yaml"].decode().replace("kind: meeting", "kind: talk"),
        config=base()["config.yaml"].decode().replace("benchmark: china", "benchmark: asia"),
    )
    faults = project.read(files)[1]
    assert [(fault.file.split("/")[-1], fault.line, fault.code) for fault in faults] == [
        ("config.yaml", 3, "unknown_region"),
        ("enterprises.yaml", 1, "unused_indicator"),
        ("jiangxi.csv", 2, "value_differs"),
        ("jiangxi.csv", 3, "not_allowed"),
        ("sources.yaml", 5, "not_allowed"),
    ]


def test_words_that_yaml_would_turn_into_something_else() -> None:
    text = base()["data/indicators/growth.yaml"].decode()
    assert (
        codes(base(growth=text.replace("joint_january_february: true", "joint_january_february: yes"))) == []
    )
    assert codes(base(growth=text.replace("工业增加值增速", "no"))) == []
    regions = base()["data/regions.yaml"].decode()
    assert codes(base(regions=regions.replace("'360000'", "036000"))) == []


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    assert codes(base(config=bomb)) == ["yaml_feature"]


@PLAIN
@given(st.sampled_from(sorted(base())), st.binary(max_size=200))
def test_any_bytes_in_any_file(name: str, data: bytes) -> None:
    check_never_raises(base() | {name: data})


@PLAIN
@given(st.data())
def test_any_change_in_any_file(data: st.DataObject) -> None:
    files = base()
    name = data.draw(st.sampled_from(sorted(files)))
    whole = files[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 20, len(whole))))
    put = data.draw(
        st.binary(max_size=6) | st.sampled_from([b",", b'"', b"\n", b"\r", b": ", b"- ", b"{", b"&a", b"|"])
    )
    check_never_raises(files | {name: whole[:start] + put + whole[end:]})


@PLAIN
@given(st.lists(st.sampled_from(ROW.split(",")) | st.text(max_size=8), min_size=13, max_size=13))
def test_any_cells(cells: list[str]) -> None:
    row = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    check_never_raises(base(jiangxi=table(ROW, row).encode("utf-8", "replace")))


@PLAIN
@given(st.lists(st.text(max_size=12) | st.sampled_from([Path(name).name for name in base()]), max_size=3))
def test_any_names_of_files(parts: list[str]) -> None:
    check_never_raises(base() | {"/".join(("data", *parts)): b"x"})


def check_never_raises(files: dict[str, bytes]) -> None:
    """Tables or faults, and a sentence for every fault."""
    read, faults = project.read(files)
    assert (read is None) == bool(faults)
    if read is not None:
        assert read.derived() is not None
        assert len(read.frame) == len(read.rows())
    for fault in faults:
        for language in fields.LANGUAGES:
            assert "\n" not in fault_words.sentence(fault, language)
