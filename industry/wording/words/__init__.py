"""The words of both languages, as data: a file for each use, and in it an entry for each thing that is said, with
its blanks. How they are filled belongs to the modules beside this folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml

Words = Mapping[str, tuple[str, str]]


@cache
def words(name: str) -> Words:
    """The entries of a file by their keys, each in Chinese and English."""
    text = resources.files(__name__).joinpath(f"{name}.yaml").read_text("utf-8")
    loader = getattr(
        yaml, "CSafeLoader", yaml.SafeLoader
    )  # where it was built with the library, ten times faster
    return {key: (said["zh"], said["en"]) for key, said in yaml.load(text, loader).items()}
