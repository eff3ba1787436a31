"""The static edition: the whole dashboard as files for any web server."""
