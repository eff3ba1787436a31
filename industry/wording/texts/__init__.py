"""What is said of texts: where in the office's own one a figure stands (``places``), what became of each number of a
draft (``proofs``), and how sentences of our own name an indicator (``subject``)."""

from industry.wording.texts.places import not_there, place_in_document, unread, unreadable
from industry.wording.texts.proofs import ORDER as VERDICTS
from industry.wording.texts.proofs import because, cited, summary, verdict

__all__ = [
    "VERDICTS",
    "because",
    "cited",
    "not_there",
    "place_in_document",
    "summary",
    "unread",
    "unreadable",
    "verdict",
]
