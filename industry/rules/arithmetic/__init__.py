"""What printed digits leave sure, what follows from what, and the row that is derived so. Whether two figures may be
set beside each other at all is for ``comparison``.
"""
