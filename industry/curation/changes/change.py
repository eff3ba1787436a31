"""The record of a change: a thing as it was, and as it is. What things there are belongs to the other modules here."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Kind = Literal["added", "changed", "removed"]
KINDS: tuple[Kind, ...] = ("added", "changed", "removed")


@dataclass(frozen=True)
class Change(Generic[T]):
    """``before`` is None of what is new, ``after`` of what is no more."""

    before: T | None
    after: T | None

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def it(self) -> T:
        """The thing as it is, else as it was."""
        held = self.before if self.after is None else self.after
        assert held is not None
        return held


def changes(
    before: Mapping[K, T],
    after: Mapping[K, T],
    same: Callable[[T, T], bool] = lambda one, other: one == other,
) -> Iterator[tuple[K, Change[T]]]:
    """What differs between two mappings, by key: those of ``after`` in its order, then what is no more."""
    for key in (*after, *(one for one in before if one not in after)):
        old, new = before.get(key), after.get(key)
        if old is None or new is None or not same(old, new):
            yield key, Change(old, new)
