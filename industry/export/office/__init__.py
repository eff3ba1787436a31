"""What slides and Word documents share: native charts with their workbooks, tables as wide as they need, words
with their faces, and what a file says of itself. What is about slides alone belongs in ``pptx``, about pages in ``docx``.
"""
