"""What the columns of the tables hold, as curators read it: in the template's sheet and in docs/curating.md. All of it
is said in ``fields``; what stands around it there belongs in ``making`` and in the page itself."""

from __future__ import annotations

import re

from industry.vocabulary import fields

BEGIN, END = "<!-- columns: generated -->", "<!-- columns: end -->"
"""Between these lines docs/curating.md holds `page`."""
NEEDED = "*"
"""Behind the head of a column that no row leaves empty."""


def head(column: fields.Column, language: str) -> str:
    """The column's head, marked where every row needs it; the period, which may be empty only for a reason, too."""
    return column.head(language) + ("" if column.optional else NEEDED)


def lines(language: str) -> tuple[tuple[str, str, str, str, str], ...]:
    """A line for each column: its head, what it holds, its id, a good and a bad example."""
    return tuple(
        (head(one, language), one.told(language), one.name, one.good, one.bad) for one in fields.COLUMNS
    )


def page() -> str:
    """The columns as a table of Markdown in both languages."""
    told = [
        f"| `{one.name}`<br>{_plain(head(one, 'zh'))}<br>{_plain(head(one, 'en'))} | {_plain(one.en)}<br>{_plain(one.zh)} "
        f"| `{one.good}` | `{one.bad}` |"
        for one in fields.COLUMNS
    ]
    return "\n".join(("| column | holds | right | wrong |", "|---|---|---|---|", *told))


def put(text: str) -> str:
    """A page with the columns as they are now; ValueError where it has no place for them."""
    made, count = re.subn(
        f"(?<={re.escape(BEGIN)}\n).*?(?={re.escape(END)})", lambda _: page() + "\n", text, flags=re.DOTALL
    )
    if count != 1:
        raise ValueError(f"no place for the columns: {BEGIN} … {END}")
    return made


def _plain(text: str) -> str:
    """A text that a cell of Markdown shows as it is."""
    return re.sub(r"([|_*])", r"\\\1", text)
