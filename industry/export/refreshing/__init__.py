"""Figures of ours in files that somebody has made her own: found again, and brought up to the tables of now."""
