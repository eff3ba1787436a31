"""核稿: every number of a draft held against the tables. ``judge`` is asked: what is certain is judged in ``judging``, what is
only ``guessed`` and what is ``compared`` in modules of their own; the verdicts are in ``verdict``."""

from industry.rules.verdicts import Reason
from industry.text.proof.judging import judge
from industry.text.proof.verdict import Judged

__all__ = ["Judged", "Reason", "judge"]
