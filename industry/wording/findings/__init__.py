"""Findings: what may be said of the marks drawn, naming period or edition, population and sign; or nothing.

A finding tells of all regions drawn, or of none. Falls are told as falls. What the printed digits leave open, and
what an open or disputed figure would be part of, stays unsaid.
"""

from industry.wording.findings.benchmark import Beside, standing
from industry.wording.findings.comparison import finding

__all__ = ["Beside", "finding", "standing"]
