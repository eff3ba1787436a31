"""Of a briefing in Word: its paragraphs, charts and tables, and what becomes of them."""
