"""A sheet as tables of labelled figures, and what each label, title and note says by itself."""
