"""What is taken away: pictures, decks, workbooks, pages. Each format has a module of its own."""
