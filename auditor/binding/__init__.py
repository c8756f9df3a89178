"""A claim finds its facts."""

from auditor.binding.bind import bind

__all__ = ["bind"]
