"""The frame around every page: its bar with the pages' links, the search and the language, its style and its
script. What a page shows belongs in ``pages``, what its parts look like in ``parts``."""
