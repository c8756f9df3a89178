"""`dataclass`, whose frozen values are as quick to make as others, and a `replace` that is as quick."""

from __future__ import annotations

import dataclasses
import sys
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import replace as replace
else:

    def dataclass(cls=None, /, *, frozen=False, **options):
        """Like `dataclasses.dataclass`. That nothing sets a field of a frozen value is held by the type checker, and in
        Python's development mode (`python -X dev`) when it runs. Elsewhere it is only agreed: a value that refuses to
        be set takes four times as long to make, and the audit of a release makes ten thousand of them."""
        refusing = sys.flags.dev_mode and frozen
        make = dataclasses.dataclass(frozen=refusing, unsafe_hash=frozen and not refusing, repr=False, **options)

        def made(cls):
            cls.__repr__ = _shown  # one for all: to write one for each class takes time at every start of the program
            cls.__doc__ = cls.__doc__ or cls.__name__
            return make(cls)

        return made if cls is None else made(cls)

    def _shown(value):
        shown = (f"{f.name}={getattr(value, f.name)!r}" for f in dataclasses.fields(value) if f.repr)
        return f"{type(value).__qualname__}({', '.join(shown)})"

    def replace(value, /, **changes):
        """Like `dataclasses.replace`, for values of at least two fields that are all given when they are made; hundreds
        of figures of a release are completed so."""
        names, read = _fields(type(value))
        return type(value)(**dict(zip(names, read(value), strict=True)) | changes)

    @cache
    def _fields(cls):
        names = tuple(field.name for field in dataclasses.fields(cls))
        return names, attrgetter(*names)
