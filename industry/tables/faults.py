"""What can be wrong with the tables: a closed catalogue of codes, and the record of one fault.

A fault is a code with facts. Finding faults belongs in the modules that read and check; turning one
into a sentence belongs in ``fault_words``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

CODES = (
    # a file as a whole
    "missing_folder", "missing_file", "missing_table", "unreadable_file", "unexpected_file", "copied_file",
    "unknown_topic", "unknown_level", "unknown_region", "large_file", "empty_file", "not_utf8", "utf16", "nul_byte",
    "odd_character", "garbled_text",
    # a table and its rows
    "wrong_delimiter", "unclosed_quote", "no_header", "missing_column", "extra_column", "repeated_column",
    "row_length", "cell_error",
    # cells
    "outer_space", "empty_cell", "not_allowed", "not_separated", "unknown_indicator", "unknown_source",
    "not_a_number", "computed_decimal", "unreadable_print", "needless_by_hand", "printed_format",
    "value_differs", "value_to_differs", "range_order", "qualifier_differs", "period_form", "period_date", "period_month", "period_order",
    "period_stock", "period_missing", "joint_months", "paragraph_form", "paragraph_missing", "occurrence_form",
    "paragraph_surplus", "duplicate_row", "contradictory_row",
    "year_outside", "period_ahead", "no_count",
    # records
    "yaml_syntax", "yaml_feature", "duplicate_key", "unknown_key", "missing_key", "wrong_type",
    "wrong_form", "empty_text", "unquoted_colour", "same_colour", "no_english_unit", "month_pair",
    "too_large", "too_small", "incomplete_pair", "too_few", "too_many", "no_subject",
    "two_subjects", "nested_figure", "period_not_held", "edition_not_held", "focus_not_held", "nothing_held", "idle_concept", "unfit_indicator", "unfit_concept", "repeated_entry", "one_answer",
    "not_ascending", "duplicate_id", "taken_id", "too_many_pixels", "small_for_type", "same_words", "parent_level", "unnamed", "unknown_page", "unknown_figure",
    # both ways
    "region_not_listed", "unused_indicator", "unused_source",
)  # fmt: skip
"""Everything that can be wrong; what is said of it stands in ``wording``."""

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. ``line`` as the editor or the spreadsheet shows it, from 1; ``column``
    the column of a table or the dotted key of a record; ``found`` as it stands there; ``expected``
    the values that would do, where they can be listed; ``facts`` what else the sentence needs."""

    code: str
    file: str
    line: int | None = None
    column: str = ""
    found: str = ""
    expected: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(self.code)


def near(found: str, known: Iterable[str]) -> tuple[Fact, ...]:
    """The fact that tells which known word ``found`` may be a slip of; none where nothing is close."""
    if not 2 <= len(found) <= 60:
        return ()
    close = get_close_matches(found, list(known), n=1, cutoff=0.75)
    return (("near", close[0]),) if close else ()
