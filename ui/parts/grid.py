"""A table of texts to scroll in, as high as its lines need up to a screen's part: its height is known before a
browser draws it, so that nothing below it jumps. Which lines it has is told by whoever shows it.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

_LINE, _MOST = 35, 12
"""The pixels of a line, and the lines that are seen at once."""


def show(frame: pd.DataFrame) -> None:
    """The frame's lines under its columns' names, without its index."""
    seen = min(max(len(frame), 1), _MOST)
    st.dataframe(frame, height=(seen + 1) * _LINE + 3, hide_index=True)
