"""Frozen values that every room passes on; the standard library only."""
