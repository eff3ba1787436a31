"""Which rows a figure draws, what follows from them for it, and which no figure can draw. Nothing here draws."""
