"""That a file can't be read as text, and why."""

from __future__ import annotations


class Unreadable(ValueError):
    """``code``: ``unknown_kind`` (no reader for the ending), ``too_large`` (its bytes), ``too_long`` (its text),
    ``too_many_pages``, ``too_intricate`` (parts or nesting past the bounds of time and memory), ``encoding`` (neither UTF-8 nor
    GB18030), ``broken`` (not what its ending says), ``locked`` (a password), ``no_text`` (nothing to read in it, as in a
    scan), ``missing`` (none in the folder of documents), ``no_file`` (none of this name), ``folder``, ``no_plain_file`` (a
    device or a pipe), ``closed`` (the system doesn't let it be read). ``facts`` hold what a sentence about it needs."""

    def __init__(self, code: str, *facts: object) -> None:
        super().__init__(code, *facts)
        self.code, self.facts = code, facts
