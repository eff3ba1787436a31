"""What is asked of a file before anything of it is adopted: what it is, what its rows are beside those that are there, what is
wrong with each. Nothing here writes."""
