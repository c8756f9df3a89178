"""Garbage collection as an audit needs it."""

import gc

_OBJECTS = 4_000_000  # between two collections
_YOUNG = 10  # collections of what is new, before one of what is older
_OLDER = 100  # of those, before one of all there is: of a long document that is millions of objects


def collect_seldom() -> None:
    """For a process that does nothing but audit: audits make many objects and hardly a cycle, and looking for cycles as
    often as Python does by itself costs a tenth of the time; of a long document, looking through all of it, more."""
    gc.set_threshold(_OBJECTS, _YOUNG, _OLDER)
