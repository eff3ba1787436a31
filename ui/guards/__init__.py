"""Whom the server answers, and what every answer forbids: each a middleware of the launcher's."""
