"""What reads each sort of file: from its bytes to the texts of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Texts:
    """The texts of the parts of a file; ``paged``: these are pages. ``unread``: how many there are of each kind of thing
    in the file that isn't read."""

    parts: tuple[str, ...]
    paged: bool = False
    unread: Mapping[str, int] = field(default_factory=dict)
