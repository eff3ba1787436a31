"""The library of the dashboard. Knows no Streamlit; a package imports only those before it: vocabulary,
tables, rules, wording, figures, export."""
