"""A deck as PPTX, with native charts and tables."""
