"""Whether readers can tell records of a kind apart: no two pages, sizes, decks or regions have one name. That no two have
one id is judged in ``references``.
"""

from __future__ import annotations

from industry.tables.records import Entry
from industry.tables.references import Draft
from industry.tables.yaml_lines import Path
from industry.vocabulary.strict_record import texts

_TOLD_APART = {
    "page": ("script", "title.zh", "title.en"),
    "size": ("name.zh", "name.en"),
    "deck": ("title.zh", "title.en"),
    "region": ("name.zh", "name.en"),
}
"""By what readers tell records of a kind apart: no two have the same."""


def check(draft: Draft) -> None:
    """Adds to the draft's faults those of records that say what another one of their kind says."""
    for kind, keys in _TOLD_APART.items():
        for key in keys:
            _alike(draft, kind, tuple(key.split(".")))


def _alike(draft: Draft, kind: str, key: Path) -> None:
    """No two records of a kind say the same there; of those with one id that is told already."""
    first: dict[str, Entry] = {}
    for one in draft.entries[kind]:
        for _, text in texts(one.raw, tuple(map(str, key))):
            other = first.setdefault(text, one)
            if other is not one and other.id != one.id:
                draft.faults.append(one.fault("same_words", key, text, (), ("first", str(other.line(*key)))))
