"""Workbooks and tables of text as proposed rows: ``importer.imported`` is asked. ``cells`` says what a cell is, ``blocks`` which cells
are a table with titles, header and labels, ``sayings`` what a label says; ``naming``, ``dating`` and ``measuring`` settle indicator, period
and unit; ``resolving`` a figure; what none of them can decide is a question of ``questions``, whose answers ``answers`` keeps. Nothing here
writes anything."""
