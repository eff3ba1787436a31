"""What curators do to the tables: rows proposed, brought in from workbooks, held against what is there, adopted, undone, kept.

Only ``adopting`` writes among the tables; whoever proposes, compares or tells writes nothing there.
"""
