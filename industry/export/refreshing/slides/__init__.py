"""Of a presentation: its slides with figures of ours, and what becomes of their words."""
