"""The viewer's briefing: what is in it, what puts a figure into it or takes it away in a file, and the parts of its page."""
