"""A deck as one HTML file that presents itself."""
