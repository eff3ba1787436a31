"""Rows that a new document may become: what each of its numbers would be in the tables, for a curator to accept one by
one. ``proposing.propose`` is asked; the other modules each settle one cell or tell what is no statistic. Nothing here
writes anything, and none of it is worded for readers."""
