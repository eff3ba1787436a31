"""Everything that is said, in Chinese and English: numbers, units, periods, reasons, findings.

Figures and pages hold no format of a number and no sentence about the data; they ask here.
"""

from industry.wording.audits import audit, statement
from industry.wording.documents import documents, growth_targets, origins
from industry.wording.fault_words import sentence as fault
from industry.wording.findings import finding, gap_finding
from industry.wording.numbers import (
    derived_mark,
    months_and_year,
    number,
    number_format,
    period,
    plain,
    points,
    unit,
    unit_line,
    unit_name,
)
from industry.wording.phrases import clause, noted, say
from industry.wording.reasons import (
    as_of,
    bases,
    edition,
    kinds_of_priorities,
    lock,
    reason,
    status,
    supplied,
)
from industry.wording.words import worded

__all__ = [
    "as_of",
    "audit",
    "bases",
    "clause",
    "derived_mark",
    "documents",
    "edition",
    "fault",
    "finding",
    "gap_finding",
    "growth_targets",
    "kinds_of_priorities",
    "lock",
    "months_and_year",
    "noted",
    "number",
    "number_format",
    "origins",
    "period",
    "plain",
    "points",
    "reason",
    "say",
    "statement",
    "status",
    "supplied",
    "unit",
    "unit_line",
    "unit_name",
    "worded",
]
