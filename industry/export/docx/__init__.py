"""Figures as a briefing in Word, by the standard of official documents: pages, styles, sentences, native charts and tables."""
