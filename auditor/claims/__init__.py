"""Sentences become claims."""

from auditor.claims.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
