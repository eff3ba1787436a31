"""The workbook in which a region's rows are entered and corrected: made, explained, drawn, and read back."""
