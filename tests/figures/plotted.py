"""What Plotly says of a plot that is handed to its script."""

from __future__ import annotations

import json
from typing import Any

import plotly.graph_objects as go

from industry.figures.compose.on_canvas import Plot, as_json


def read(plot: Plot) -> dict[str, Any]:
    """The plot as Plotly's script reads it."""
    found: dict[str, Any] = json.loads(as_json(plot))
    return found


def taken(plot: Plot) -> dict[str, Any]:
    """The plot as Plotly's script reads it, which Plotly's check of every name and value lets pass, and leaves as it is."""
    found = read(plot)
    assert found == json.loads(go.Figure(plot).to_json())
    return found
