"""What has an address of its own beside the pages: pictures, decks, lists, drafts, and their failures."""
