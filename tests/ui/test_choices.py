"""What is chosen is in the address, by id, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from ui import ROOT, address
from ui.address import plain, split
from ui.choices import choice
from ui.site import Site

SITE = Site.model_validate(
    {
        "title": {"zh": "题", "en": "Title"},
        "pages": [
            {"id": id, "script": f"pages/{id}.py", "title": {"zh": id, "en": id}}
            for id in ("overview", "compare")
        ],
    }
)


def page() -> None:
    """A page with one choice of every sort; what it was told is its text."""
    import streamlit as st

    from ui import address
    from ui.choices import choice, choices, flag, query, say, text

    address.begin("compare")
    charts = {"bars": say("柱形", "Bars"), "gap": say("差距", "Gap"), "lines": say("折线", "Lines")}
    regions = {
        "jiangxi": say("江西", "Jiangxi"),
        "hebei": say("河北", "Hebei"),
        "shaanxi": say("陕西", "Shaanxi"),
    }
    told = [
        choice("chart", charts, "bars", say("图", "Chart")),
        choices("regions", regions, ["jiangxi", "hebei"], say("地区", "Regions")),
        text("find", say("查找", "Find")),
        flag("values", say("显示数值", "Show values"), default=True),
    ]
    if told[0] == "gap":
        told.append(choice("side", {"left": "左", "right": "右"}, "left", "边", "radio"))
    st.text(repr(told))
    st.text(repr(query()))
    address.end()


def shown(address_now: dict[str, str] | None = None, script: Callable[[], None] = page) -> AppTest:
    at = AppTest.from_function(script, default_timeout=60)
    for key, value in (address_now or {}).items():
        at.query_params[key] = value
    at.run()
    assert not at.exception
    return at


def told(at: AppTest) -> list[object]:
    assert not at.exception
    return list(eval(at.text[0].value))


def where(at: AppTest) -> dict[str, str]:
    """The address, as AppTest keeps it: a list for each key."""
    return {key: value if isinstance(value, str) else value[-1] for key, value in at.query_params.items()}


def test_the_default_is_not_in_the_address() -> None:
    at = shown()
    assert told(at) == ["bars", ("jiangxi", "hebei"), "", True]
    assert where(at) == {}
    at.selectbox[0].select("gap").run()
    assert where(at) == {"chart": "gap"}
    at.selectbox[0].select("bars").run()
    assert where(at) == {}


def test_the_address_holds_ids_and_decides() -> None:
    at = shown({"chart": "lines", "regions": "shaanxi,jiangxi", "find": "电子", "values": "0"})
    assert told(at) == ["lines", ("jiangxi", "shaanxi"), "电子", False]
    assert at.selectbox[0].value == "lines"
    assert at.multiselect[0].value == ["jiangxi", "shaanxi"]
    assert at.text_input[0].value == "电子"
    assert at.toggle[0].value is False


def test_every_widget_writes_its_choice() -> None:
    at = shown()
    at.multiselect[0].set_value(["shaanxi", "hebei"]).run()
    at.text_input[0].input("  电子 ").run()
    at.toggle[0].set_value(False).run()
    assert where(at) == {"regions": "hebei,shaanxi", "find": "电子", "values": "0"}
    assert told(at) == ["bars", ("hebei", "shaanxi"), "电子", False]


def test_nothing_chosen_is_a_choice() -> None:
    at = shown()
    at.multiselect[0].set_value([]).run()
    assert where(at) == {"regions": ""}
    assert told(at)[1] == ()


def test_another_language_keeps_the_choices() -> None:
    at = shown({"chart": "gap", "values": "0"})
    assert at.selectbox[0].options == ["柱形", "差距", "折线"]
    at.query_params["lang"] = "en"
    at.run()
    assert at.selectbox[0].options == ["Bars", "Gap", "Lines"]
    assert told(at) == ["gap", ("jiangxi", "hebei"), "", False, "left"]
    at.selectbox[0].select("lines").run()
    assert where(at) == {"lang": "en", "chart": "lines", "values": "0"}


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"chart": "pie"}, "“图”没有“pie”这一选项，现显示“柱形”。"),
        ({"chart": "pie", "lang": "en"}, "“Chart” has no option “pie”; “Bars” is shown."),
        ({"regions": "mars,hebei"}, "“地区”没有“mars”这一选项，现显示“河北”。"),
        ({"regions": "mars,venus"}, "“地区”没有“mars”、“venus”这一选项，现显示“江西、河北”。"),
        ({"regions": ",".join("abcdefg")}, "“地区”没有“a”、“b”、“c”等选项，现显示“江西、河北”。"),
        ({"values": "maybe"}, "“显示数值”没有“maybe”这一选项，现显示“开”。"),
        ({"chart": "![](https://x.example)"}, None),
    ],
)
def test_an_unknown_value_gets_a_sentence(asked: dict[str, str], sentence: str | None) -> None:
    at = shown(asked)
    if sentence:
        assert [one.value for one in at.toast] == [sentence]
    else:
        assert r"\!\[\]\(https\:" in at.toast[0].value
    at.selectbox[0].select("lines").run()  # the next choice mends the address
    assert not at.toast


def test_the_back_button_is_taken_over() -> None:
    at = shown()
    at.selectbox[0].select("lines").run()
    at.toggle[0].set_value(False).run()
    del at.query_params["values"]
    at.run()
    assert told(at) == ["lines", ("jiangxi", "hebei"), "", True]
    assert at.toggle[0].value is True
    del at.query_params["chart"]
    at.run()
    assert told(at)[0] == at.selectbox[0].value == "bars"


def test_two_quick_clicks_do_not_undo_each_other() -> None:
    at = shown()
    at.selectbox[0].select("lines").run()
    at.query_params.clear()  # the browser hasn't heard of it when the next click is sent
    at.toggle[0].set_value(False).run()
    assert where(at) == {"chart": "lines", "values": "0"}
    assert told(at)[0] == "lines"


def test_a_choice_no_longer_asked_for_leaves_the_address() -> None:
    at = shown({"chart": "gap", "side": "right"})
    assert told(at)[-1] == "right"
    at.selectbox[0].select("lines").run()
    at.toggle[0].set_value(False).run()
    assert where(at) == {"chart": "lines", "values": "0"}


def test_a_click_changes_no_widget_but_its_own_value() -> None:
    at = shown()
    names = [one.proto.id for one in (*at.selectbox, *at.multiselect, *at.text_input, *at.toggle)]
    at.multiselect[0].set_value(["shaanxi"]).run()
    at.toggle[0].set_value(False).run()
    assert [one.proto.id for one in (*at.selectbox, *at.multiselect, *at.text_input, *at.toggle)] == names


def test_a_widget_drawn_late_by_the_browser_comes_up_with_its_value() -> None:
    at = shown({"chart": "lines", "regions": "shaanxi", "values": "0"})
    at.run()  # the browser mounts what this run sends, not the first
    assert at.selectbox[0].proto.default == 2
    assert list(at.multiselect[0].proto.default) == [2]
    assert at.toggle[0].proto.default is False


def test_the_query_of_a_picture() -> None:
    at = shown({"lang": "en", "chart": "lines", "regions": "jiangxi,hebei", "other": "1", "find": "x"})
    assert eval(at.text[1].value) == {"lang": "en", "chart": "lines", "find": "x"}


def test_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def script() -> None:
        import streamlit as st

        from ui.choices import choice, link

        choice("period", {"a": "甲", "2021-01/2021-06": "乙"}, "a", "期间")
        st.text(link("overview"))
        st.text(link("compare", regions=["jiangxi", "hebei"], values=False, chart=None))

    monkeypatch.setattr(address, "site", lambda: SITE)
    at = shown(script=script)
    assert [one.value for one in at.text] == [
        "/",
        "/compare?regions=jiangxi,hebei&values=0",
    ]
    at = shown({"lang": "en", "period": "2021-01/2021-06"}, script)
    assert [one.value for one in at.text] == [
        "/?lang=en",
        "/compare?lang=en&regions=jiangxi,hebei&values=0",
    ]


def test_labels_alike_are_told_apart() -> None:
    def script() -> None:
        import streamlit as st

        from ui.choices import choice

        st.text(choice("one", {"a": "利润", "b": "利润"}, "b", "指标"))

    at = shown(script=script)
    assert at.selectbox[0].options == ["利润", "利润 (b)"]
    assert at.text[0].value == "b"


@pytest.mark.parametrize("widget", ["segmented", "pills", "radio"])
def test_other_widgets_of_one(widget: str) -> None:
    def script(widget: str) -> None:
        import streamlit as st

        from ui.choices import choice

        st.text(choice("one", {"a": "甲", "b": "乙"}, "a", "项", widget))  # type: ignore[arg-type]

    at = AppTest.from_function(script, args=(widget,), default_timeout=60)
    at.query_params["one"] = "b"
    at.run()
    assert not at.exception
    assert at.text[0].value == "b"


def test_nothing_to_choose_from_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to choose from: period"):
        choice("period", {}, "a", "期间")


def test_text_of_others_is_only_text() -> None:
    assert (
        plain("a*b_[c](http://x) :smile: $x$") == r"a\*b\_\[c\]\(http\::small[]//x\) \::small[]smile\: \$x\$"
    )
    assert plain("one\n two") == "one  two"
    assert len(plain("长" * 100)) == 40
    assert len(plain("长" * 100, longest=None)) == 100


def test_ids_of_a_value() -> None:
    assert split("a,,b,") == ("a", "b")
    assert split("") == ()


def test_only_one_module_touches_the_address() -> None:
    files = [*ROOT.glob("pages/*.py"), *ROOT.glob("ui/**/*.py")]
    touching = {
        file.name for file in files if re.search(r"\bst\.query_params\b", code(file.read_text("utf-8")))
    }
    assert touching == {"address.py"}


def code(source: str) -> str:
    """A module without its strings, where it may speak of anything."""
    return re.sub(r'""".*?"""|"[^"\n]*"', "", source, flags=re.DOTALL)


def spans() -> None:
    """A page with a chooser that undoes a pick, and a span of years."""
    import streamlit as st

    from ui import address
    from ui.choices import choice, picked, span

    address.begin("trends")
    charts = {"bars": "柱形", "gap": "差距"}
    told = [choice("chart", charts, "bars", "图", drops=("period",)), picked("period")[0]]
    told.append(span("span", range(2015, 2022), (2020, 2021), "跨度", "起止", {"2015/2021": "全部"}))
    st.text(repr(told))
    address.end()


def test_another_choice_undoes_what_it_drops() -> None:
    at = shown({"period": "2021", "span": "2016/2018"}, spans)
    assert told(at) == ["bars", "2021", "2016/2018"]
    at.selectbox[0].select("gap").run()
    assert told(at) == ["gap", None, "2016/2018"]
    assert where(at) == {"chart": "gap", "span": "2016/2018"}


def test_a_span_is_within_the_years_there_are_and_a_preset_is_one_click() -> None:
    assert told(shown({"span": "2001/2099"}, spans))[2] == "2015/2021"
    assert told(shown({"span": "nonsense"}, spans))[2] == "2020/2021"
    assert told(shown({"span": "2019/2017"}, spans))[2] == "2017/2019"
    at = shown({}, spans)
    assert where(at) == {}
    at.select_slider[0].set_range(2018, 2021).run()
    assert where(at) == {"span": "2018/2021"} and told(at)[2] == "2018/2021"
