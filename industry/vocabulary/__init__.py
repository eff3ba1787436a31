"""What the words of the tables mean: periods, columns and units, records, observations, printed figures."""
