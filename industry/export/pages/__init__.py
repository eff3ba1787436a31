"""What pages show that is more than figures, as records: a file for each page. How they look belongs to the pages."""
