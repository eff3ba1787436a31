"""The formats in which figures are taken away, a file for each: what it makes of an order, as its ``FORMAT``. A
further file is a further format; nothing lists them.

What several formats share belongs beside this package; of each other they use ``FORMAT`` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from industry.export.order import Format


def names() -> tuple[str, ...]:
    """The ids of all formats, without what they need to be made."""
    return tuple(sorted(one.name for one in iter_modules(__path__)))


@cache
def formats() -> Mapping[str, Format]:
    """Every format by its id, in the order in which they are offered."""
    found: list[Format] = [import_module(f"{__name__}.{one}").FORMAT for one in names()]
    return {one.id: one for one in sorted(found, key=lambda one: (one.place, one.id))}
