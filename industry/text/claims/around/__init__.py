"""What a number takes from the words and paragraphs around it: its place in one of the ``lists``, the period that is
``carried`` on from headings, the ``subject`` of the sentence before."""
