"""What is shown of the office's own texts: a number's passage, and what a search finds in them."""
