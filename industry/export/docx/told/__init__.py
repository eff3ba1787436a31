"""What a briefing tells in sentences: what it opens with, what is told of each figure and its targets, and by which names."""
