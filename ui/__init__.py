"""How the dashboard is shown: the shell around the pages, choices, figures, banner, routes.

What is true of the data belongs in ``industry``, which imports nothing from here.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The program's folder, which holds pages/ and ui/. Where the tables lie is told by ``industry.project``."""
