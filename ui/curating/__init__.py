"""The page on which curators look at what a file would change, and adopt it: a step of the work in each module.

What any of it means is decided in ``industry.curation``; only ``writing`` has anything written, and only a server that may
(``ui.mode``) runs any of this.
"""
