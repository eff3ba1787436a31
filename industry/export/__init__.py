"""What is taken away: pictures, decks, workbooks, pages."""
