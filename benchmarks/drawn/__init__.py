"""Sheets drawn at random as bureaus lay them out, with what each cell truly says, and changes that alter what is meant. Written without
the reader's own words; a cell of which nothing may be taken for sure has no truth."""
