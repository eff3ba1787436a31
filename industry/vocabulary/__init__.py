"""What the words of the tables mean: periods, columns and units, records, observations, printed figures.

Here, since every package needs it, is how the words that lie beside a module as YAML are read.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where it was built with the library, ten times faster."""


def beside(package: str, name: str) -> dict[str, Any]:
    """What the YAML file ``name`` of a package holds."""
    found: dict[str, Any] = yaml.load(
        resources.files(package).joinpath(name).read_text("utf-8"), Loader=LOADER
    )
    return found
