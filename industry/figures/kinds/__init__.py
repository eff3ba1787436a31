"""The kinds of chart, a file for each: what config.yaml may say of it (``Options``), its drawing, and both
together as its ``KIND``. A further file is a further kind; nothing lists them.

What several kinds share belongs beside this package; none imports another.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from industry.figures.context import Kind


@cache
def kinds() -> Mapping[str, Kind[Any]]:
    """Every kind by the name of its file, which is what ``chart`` says in config.yaml."""
    return {one.name: import_module(f"{__name__}.{one.name}").KIND for one in iter_modules(__path__)}
