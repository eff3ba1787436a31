"""A figure set on its canvas: wrapped texts, panels side by side, marks in pixels, as Plotly draws them."""
