"""Tables of figures, as pictures."""
