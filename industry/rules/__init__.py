"""What may be said of the tables: what compares with what, what follows from what, what disagrees."""
