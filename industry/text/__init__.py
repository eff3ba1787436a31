"""What running text says: the office's documents, where in them a figure stands, and what the numbers of a text
claim. How any of it is told belongs in ``wording``."""
