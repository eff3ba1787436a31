"""From the bytes of a folder to its tables, or to every fault at once."""
