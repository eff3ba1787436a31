"""资料维护 Update data: what would this file change? Opened, looked through, adopted, and taken back. Only a server that may write
has this page."""

import streamlit as st

from ui import mode, store
from ui.curating import dropping, steps
from ui.curating.said import told

if not mode.curating():
    st.stop()
st.markdown("# " + told("title"))
if not mode.may_write():
    st.error(told("elsewhere", st.get_option("server.address") or "0.0.0.0"))
    st.stop()
st.caption(told("lead"))
tables = store.snapshot().tables
work = dropping.current()
if work is None or tables is None:
    dropping.place()
    dropping.unfinished()
else:
    steps.show(work, tables)
