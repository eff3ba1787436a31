"""The figures: the record that screen, picture, slide, workbook and page are made from, and its making."""
