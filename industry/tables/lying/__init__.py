"""What lies in the folder of the tables at a moment: which files, and which change of several is under way."""
