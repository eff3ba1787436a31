"""What has changed between two states of the tables, a module for each thing that changes; put together in ``difference``,
one folder up, and worded in ``lines``."""
