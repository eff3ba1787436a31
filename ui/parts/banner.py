"""What a viewer sees while a table is broken: the last good data, and a sentence that names the fault. That pages are drawn again
once it is mended is done in ``ui.telling``."""

from __future__ import annotations

import streamlit as st

from industry import wording
from ui.address import language, plain, say
from ui.store import snapshot

_SHOWN = 3


def show() -> None:
    """Name the faults of the tables as they were last read, if any."""
    now = snapshot()
    if not now.tables and not now.faults:
        st.info(
            say(
                "数据表正在保存，保存完毕后自动显示。",
                "The tables are being saved; they are shown as soon as that is done.",
            )
        )
    if not now.faults:
        return
    head = say(
        "数据表有错误，现显示上一次正确的数据：" if now.tables else "数据表有错误，暂无数据可以显示：",
        "A table has a fault; the last good data are shown: "
        if now.tables
        else "A table has a fault, and there are no data to show yet: ",
    )
    told = [plain(wording.fault(fault, language()), None) for fault in now.faults[:_SHOWN]]
    more = len(now.faults) - _SHOWN
    if more > 0:
        told.append(
            say(f"另有{more}处，见 python -m industry check", f"{more} more: python -m industry check")
        )
    (st.warning if now.tables else st.error)("\n\n".join([head, *told]), icon=":material/warning:")
