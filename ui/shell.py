"""The main script: page settings, language, navigation, and the frame around every page.

It runs before each page, on every rerun. What a page shows belongs in pages/, what was chosen in
``ui.choices``. It lies in a folder without ``pages/``: beside one, a deep link on a freshly
started server would run its page without this frame.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import streamlit as st

from industry import wording
from ui import ROOT, address
from ui.address import plain, say
from ui.frame import bar
from ui.parts import banner, card
from ui.site import UNREADABLE, site
from ui.store import snapshot
from ui.telling import begin
from ui.texts import passage

begin()
tongue = address.hear()
try:
    here = site()
except UNREADABLE:  # ever since the start: nothing to show but what is wrong
    st.set_page_config(page_title=say("省域工业数据看板", "Provincial Industrial Dashboard"), layout="wide")
    banner.show()
    st.stop()

st.set_page_config(
    page_title=here.title(tongue),
    page_icon=str(ROOT / "ui" / "icon.svg"),  # a Material icon would be fetched from outside
    layout="wide",
    initial_sidebar_state="collapsed",
)


def nowhere() -> None:
    """An address that no page has: a sentence of ours instead of an English dialogue."""
    path: str = st.session_state["nowhere"]
    if path == here.home:
        st.switch_page(pages[here.home], query_params=address.everything())
    st.warning(
        say(
            f"没有“{plain(path)}”这个页面，请从上方选择。",
            f"There is no page “{plain(path)}”. Please choose one above.",
        )
    )


# The default page's own path is ignored but taken, so it gets one that no address has (see ``ui.frame.head``).
pages = {
    one.id: st.Page(
        ROOT / one.script,
        title=one.title(tongue),
        url_path=f"{one.id}." if one.id == here.home else one.id,
        default=one.id == here.home,
    )
    for one in here.pages
}
known = list(pages.values())
asked = unquote(urlsplit(st.context.url or "").path).removeprefix(address.base()).strip("/")
if asked and "/" not in asked and (asked == here.home or asked not in pages):
    st.session_state["nowhere"] = asked  # kept for the back button
if "nowhere" in st.session_state:
    title, path = say("没有这个页面", "No such page"), st.session_state["nowhere"]
    known.append(st.Page(nowhere, title=title, url_path=path, visibility="hidden"))

current = st.navigation(known, position="hidden")
here_is = next((id for id, page in pages.items() if page is current), "")
address.begin(here_is)
st.set_page_config(page_title=f"{current.title} · {here.title(tongue)}")

with st.container(key="page"):
    with st.container(key="bar"):
        bar.show(here, here_is)
    banner.show()
    spoken = address.asked("lang")
    if spoken not in (None, "zh", "en"):
        st.info(f"没有“{plain(spoken)}”这种语言，现以中文显示。There is no such language here.")
    card.show()
    passage.show_place()
    current.run()
    held = snapshot().tables
    if held:  # last: what is laid before the page would jump
        until = wording.as_of(held.until, tongue) if held.until else ""
        versions = wording.data_version(held.version, tongue), wording.program_version(tongue)
        with st.container(key="foot"):
            st.caption(wording.between(until, *versions))
address.end()
