"""The frozen world with one region more, of which no figure is held: added as docs/curating tells, and nothing entered yet."""

from __future__ import annotations

from industry.tables.store import contents
from tests.conftest import WORLD

REGION = "henan"
_RECORD = """
- id: henan
  name: {zh: 河南, en: Henan}
  level: province
  parent: china
  code: '410000'
  colour: '#8A6D00'
"""


def files() -> dict[str, bytes]:
    """The files of the world's folder with it, the first of the regions that are shown."""
    held = contents(WORLD)
    held["data/regions.yaml"] = held["data/regions.yaml"].rstrip() + b"\n" + _RECORD.encode()
    held["config.yaml"] = held["config.yaml"].replace(b"\nregions: [", f"\nregions: [{REGION}, ".encode())
    header = held["data/observations/hebei.csv"].partition(b"\n")[0]
    return held | {f"data/observations/{REGION}.csv": header + b"\n"}
