"""Panels, and a figure's numbers, as native tables."""
