"""What config.yaml says of the house itself: its title and its pages.

They are those of the last good tables, which a file that is just being saved doesn't change. Where there never were any the
shell needs them all the same, so they are read here on their own. Figures, decks, sizes and tables are read, checked and kept
by ``ui.store``. A server that may write has one page more (``ui.mode``).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from industry import project, wording
from industry.tables import csv_cells, yaml_lines
from industry.tables.references import CONFIG
from industry.vocabulary import fields
from industry.vocabulary.configuration import Page
from industry.vocabulary.strict_record import Text
from ui import mode, store


class Site(BaseModel):
    """Title, and pages in the order of the navigation; the first page is at ``/``."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: Text
    pages: tuple[Page, ...] = Field(min_length=1)

    @property
    def home(self) -> str:
        """The id of the page at ``/``."""
        return self.pages[0].id


UNREADABLE = (OSError, ValueError)
"""What reading config.yaml may raise."""


class _LastGood:
    """The site as it was when config.yaml could last be read."""

    site: Site | None = None


def site() -> Site:
    """The site as config.yaml tells it now, or as it last did while the file is broken.

    Raises what made the file unreadable (`UNREADABLE`) if it never was readable.
    """
    found = _now()
    return _with_bench(found) if mode.curating() else found


def _now() -> Site:
    held = store.last() or store.snapshot()
    if held and held.tables:
        config = held.tables.catalogue.config
        _LastGood.site = Site(title=config.title, pages=config.pages)
        return _LastGood.site
    try:
        file = project.folder() / CONFIG
        stat = file.stat()
        _LastGood.site = _read(file, stat.st_mtime_ns, stat.st_size)
    except UNREADABLE:
        if _LastGood.site is None:
            raise
    return _LastGood.site


@lru_cache(maxsize=1)
def _with_bench(site: Site) -> Site:
    """The site with the page of a server that may write, which stands in no config.yaml: there its id is refused."""
    title = Text(**{one: wording.worded("curate", "title", one) for one in fields.LANGUAGES})
    page = Page.model_construct(id=mode.PAGE, script=mode.SCRIPT, title=title)
    return site.model_copy(update={"pages": (*site.pages, page)})


@lru_cache(maxsize=1)
def _read(file: Path, _modified: int, _size: int) -> Site:
    """config.yaml read as ``industry.tables`` reads it, so that both take and refuse the same."""
    content = csv_cells.text(CONFIG, file.read_bytes())
    data = yaml_lines.load(CONFIG, content).data if isinstance(content, str) else None
    return Site.model_validate(data)
