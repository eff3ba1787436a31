"""What is said of the documents as a whole: how many there are, and what they print. Counted from the
tables, never asserted.
"""

from __future__ import annotations

from industry.vocabulary.catalogue import Catalogue
from industry.vocabulary.observation import Book
from industry.wording.numbers import counted


def documents(catalogue: Catalogue, language: str) -> str:
    """五份材料, the five documents."""
    count = len(catalogue.documents)
    if language == "zh":
        return f"{counted(count, language)}份材料"
    return f"the {counted(count, language)} document{'' if count == 1 else 's'}"


def growth_targets(book: Book, language: str) -> str:
    """Whether any document prints an annual growth target, as a sentence."""
    printing = {
        row.publication.id
        for indicator in book.catalogue.indicators.values()
        if indicator.measure in ("growth_yoy", "growth_annual_average")
        for row in book.rows(indicator.id)
        if row.status == "target" and row.publication.document and row.period and row.period.whole_years
    }
    count, among = len(printing), len(book.catalogue.documents)
    if language == "zh":
        told = f"{counted(among, language)}份材料"
        return (
            f"{told}中有{counted(count, language)}份印出年度增长目标。"
            if count
            else f"{told}都没有印出年度增长目标。"
        )
    if count:
        verb = "prints" if count == 1 else "print"
        return f"{counted(count, language).capitalize()} of the {counted(among, language)} documents {verb} an annual growth target."
    return f"None of the {counted(among, language)} documents prints an annual growth target."
