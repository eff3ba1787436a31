"""Panels of lines over ordered columns."""
