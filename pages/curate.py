"""资料维护 Curate: what would this file change? Opened, looked through, adopted, and taken back. Only a server that may write
has this page."""

import streamlit as st

from ui import mode, telling
from ui.curating import dropping, past, steps, writing
from ui.curating import now as tables
from ui.curating.said import told

if not mode.curating():
    st.stop()
st.markdown("# " + told("title"))
if not mode.may_write():
    st.error(told("elsewhere", st.get_option("server.address") or "0.0.0.0"))
    st.stop()
st.caption(told("lead"))
now = tables.now()
work = dropping.current()
if work is not None:
    telling.stay()
steps.line(work, now.tables)
asked = writing.asked()
with st.container(key="curate-step"), steps.place(work, asked is not None):
    if asked:
        with st.spinner(told("writing")):
            asked()
        st.rerun()
    past.faults(now.faults)
    past.elsewhere()
    if work is None or now.tables is None:
        dropping.place()
        dropping.unfinished()
    else:
        past.outcome()
        steps.show(work, now, now.tables)
    if (
        work is None or now.tables is None or work.adopted
    ):  # below a work they would move with each of its steps
        past.show(now.tables)
