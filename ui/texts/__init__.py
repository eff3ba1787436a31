"""The office's own texts on the pages: a number's passage."""
