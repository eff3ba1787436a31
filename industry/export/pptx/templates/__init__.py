"""Somebody's presentation as the template of a deck: opened within bounds, its colours, layouts and free places read."""
