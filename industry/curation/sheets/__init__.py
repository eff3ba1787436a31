"""Workbooks and tables of text as people have them, as sheets of cells: their form alone, whatever they say."""
