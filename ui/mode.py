"""Whether this server may write among the tables: only one that is told to (``make curate``), and that nobody but this
machine reaches. What it then shows belongs in ``curating``, who may ask it in ``own_machine``.
"""

from __future__ import annotations

import os
from ipaddress import ip_address

import streamlit as st

PAGE = "curate"
"""The id of the page that such a server has more than others."""
SCRIPT = "pages/curate.py"
_ASKED = "CURATE"


def curating() -> bool:
    """Whether this server was told to write among the tables."""
    return os.environ.get(_ASKED) == "1"


def own_machine(address: str | None) -> bool:
    """Whether an address, as a server listens on it or a peer has it, is this machine's own alone."""
    if address == "localhost":
        return True
    try:
        found = ip_address(address or "")
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return bool((mapped or found).is_loopback)


def may_write() -> bool:
    """Whether this server may write: told to, and listening where only this machine reaches it."""
    return curating() and own_machine(st.get_option("server.address"))
