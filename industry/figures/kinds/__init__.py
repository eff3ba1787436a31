"""The kinds of chart, a file for each."""
