"""Panels as native charts, which PowerPoint and WPS can edit."""
