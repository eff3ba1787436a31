"""What has an address of its own beside the pages: pictures, decks, their failures, and who may ask."""
