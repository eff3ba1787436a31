"""What a figure of a sheet is: ``figure.decide`` is asked. Each module settles one thing, or asks it."""
