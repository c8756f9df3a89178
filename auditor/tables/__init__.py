"""Grids become tables: their columns, rows, and the facts that they print."""

from auditor.tables.understand import Tables, understand

__all__ = ["Tables", "understand"]
