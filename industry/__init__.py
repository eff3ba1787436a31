"""The library of the dashboard. Knows no Streamlit; a package imports only those before it: vocabulary,
tables, rules, wording, figures, export."""

VERSION = "1.1.0"
"""Of the program, as CHANGELOG.md tells it; shown at the foot of every page."""
