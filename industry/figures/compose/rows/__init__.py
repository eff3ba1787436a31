"""Panels of rows of marks."""
