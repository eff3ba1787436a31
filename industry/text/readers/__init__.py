"""What reads each sort of file: from its bytes to the texts of its parts, and whether these are pages."""
