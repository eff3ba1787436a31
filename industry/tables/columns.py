"""The cells of a table by column, held so that a rule is asked once for each distinct text.

Knows nothing of what the cells mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import SupportsInt

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

Places = np.ndarray[tuple[int], np.dtype[np.intp]]
_MOST = 2**62


class Column:
    """Texts in the order of the rows (``array``), and as ``codes`` into the ``distinct`` ones."""

    def __init__(self, cells: pa.StringArray | pa.DictionaryArray | Sequence[str]) -> None:
        """``cells``: the texts; or the distinct texts and their indices, as Arrow has them."""
        self._cells = cells if isinstance(cells, pa.Array) else pa.array(cells, pa.string())

    def __len__(self) -> int:
        return len(self._cells)

    def __getitem__(self, place: SupportsInt) -> str:
        return str(self._cells[int(place)].as_py())

    @cached_property
    def array(self) -> pa.StringArray:
        """The texts themselves."""
        held = self._cells
        return held.dictionary_decode() if isinstance(held, pa.DictionaryArray) else held

    @cached_property
    def _encoded(self) -> pa.DictionaryArray:
        held = self._cells
        return held if isinstance(held, pa.DictionaryArray) else held.dictionary_encode()

    @cached_property
    def distinct(self) -> list[str]:
        found: list[str] = self._encoded.dictionary.to_pylist()
        return found

    @cached_property
    def codes(self) -> Places:
        return np.asarray(self._encoded.indices, dtype=np.intp)

    def take(self, places: Places) -> list[str]:
        """The texts at these places."""
        found: list[str] = self._cells.take(pa.array(places)).to_pylist()
        return found

    def empty(self) -> Places:
        """The places without a text."""
        return np.flatnonzero(np.asarray(pc.equal(self.array, "")))

    def where(self, bad: Callable[[str], object]) -> Places:
        """The places of the texts that are bad."""
        wrong = [code for code, text in enumerate(self.distinct) if bad(text)]
        return np.flatnonzero(np.isin(self.codes, wrong)) if wrong else np.empty(0, np.intp)

    def mapped(self, words: Callable[[str], str]) -> Column:
        """Another text for each."""
        return coded([words(text) for text in self.distinct], self.codes)


def coded(texts: Sequence[str], codes: Places) -> Column:
    """A column of ``texts``, which may repeat, by their places in the list."""
    place = {text: number for number, text in enumerate(dict.fromkeys(texts))}
    renumbered = np.array([place[text] for text in texts] or [0], np.int32)[codes]
    return Column(pa.DictionaryArray.from_arrays(pa.array(renumbered), pa.array(list(place), pa.string())))


def pairs(one: Column, two: Column) -> tuple[list[tuple[str, str]], Places]:
    """The pairs of texts that stand in one row, and for each row the place of its pair in that list."""
    width = max(len(two.distinct), 1)
    places, found = pd.factorize(one.codes * width + two.codes)
    return [(one.distinct[pair // width], two.distinct[pair % width]) for pair in found.tolist()], places


def together(columns: Iterable[Places]) -> Places:
    """One code for each combination of codes, row by row."""
    found: Places | None = None
    for codes in columns:
        if found is None:
            found = codes
            continue
        width = int(codes.max(initial=0)) + 1
        if (int(found.max(initial=0)) + 1) * width >= _MOST:
            found = pd.factorize(found)[0]
        found = found * width + codes
    assert found is not None
    return found


def again(codes: Places) -> tuple[Places, Places]:
    """The places whose code came before, and for each of them where it came first."""
    several = np.flatnonzero(pd.Series(codes).duplicated(keep=False))
    _, index, inverse = np.unique(codes[several], return_index=True, return_inverse=True)
    first = several[index[inverse]]
    return several[first != several], first[first != several]


def joined(columns: Iterable[Column], between: str) -> Column:
    """The texts of several columns side by side."""
    return Column(pc.binary_join_element_wise(*(column.array for column in columns), between))
