"""Everything that is said, in Chinese and English: numbers, units, periods, reasons, findings.

Figures and pages hold no format of a number and no sentence about the data; they ask here.
"""

from industry.wording.audits import audit, dispute, statement
from industry.wording.averages import average, base, over, over_two, years_of
from industry.wording.derivations import formula, origin, terms
from industry.wording.documents import documents, each, growth_targets, origins, targets_printed
from industry.wording.fault_words import sentence as fault
from industry.wording.findings import Beside, finding, standing
from industry.wording.numbers import (
    decimals,
    derived_mark,
    factor,
    magnitude,
    months_and_year,
    number,
    number_format,
    period,
    plain,
    points,
    unit,
    unit_line,
    unit_name,
    value_in,
    year,
)
from industry.wording.phrases import clause, either, noted, say
from industry.wording.reasons import (
    as_of,
    asked,
    bases,
    broken,
    edition,
    kinds_of_priorities,
    lock,
    reason,
    status,
    supplied,
)
from industry.wording.targets import (
    dated,
    moved,
    pace,
    progress,
    progress_before,
    required,
    rest,
    share_done,
    sofar,
)
from industry.wording.texts import not_there, place_in_document, unreadable
from industry.wording.words import worded

__all__ = [
    "Beside",
    "as_of",
    "asked",
    "audit",
    "average",
    "base",
    "bases",
    "broken",
    "clause",
    "dated",
    "decimals",
    "derived_mark",
    "dispute",
    "documents",
    "each",
    "edition",
    "either",
    "factor",
    "fault",
    "finding",
    "formula",
    "growth_targets",
    "kinds_of_priorities",
    "lock",
    "magnitude",
    "months_and_year",
    "moved",
    "not_there",
    "noted",
    "number",
    "number_format",
    "origin",
    "origins",
    "over",
    "over_two",
    "pace",
    "period",
    "place_in_document",
    "plain",
    "points",
    "progress",
    "progress_before",
    "reason",
    "required",
    "rest",
    "say",
    "share_done",
    "sofar",
    "standing",
    "statement",
    "status",
    "supplied",
    "targets_printed",
    "terms",
    "unit",
    "unit_line",
    "unit_name",
    "unreadable",
    "value_in",
    "worded",
    "year",
    "years_of",
]
