"""Garbage collection as an audit needs it."""

import gc

_OBJECTS = 50_000  # between two collections


def collect_seldom() -> None:
    """For a process that does nothing but audit: audits make many objects and hardly a cycle, and looking for cycles as
    often as Python does by itself costs a tenth of the time."""
    gc.set_threshold(_OBJECTS)
