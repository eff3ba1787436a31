"""What is shown of texts: a number's passage and what a search finds in the office's own, and what became of the numbers of a
draft, as text, as JSON and as comments of the draft."""
