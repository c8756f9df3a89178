"""The arithmetic that a table shows: which rows add up to which, which columns follow from which."""

from auditor.tables.footings.model import Footing, Relation
from auditor.tables.footings.search import Arithmetic, arithmetic, footings

__all__ = ["Arithmetic", "Footing", "Relation", "arithmetic", "footings"]
