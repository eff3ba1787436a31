"""A figure as PNG: the browser that draws it and what the file says besides its pixels."""
