"""Sections of single pages, drawn from the records of ``industry.export.pages``: a file for each page. What several
pages share belongs in ``parts``; what a section says was decided before it came here."""
