"""How several files are changed as one, by one at a time, and taken note of: what they say belongs elsewhere."""
