"""`dataclass`, whose frozen values are as quick to make as others."""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, **options):
        """Like `dataclasses.dataclass`. That nothing sets a field of a frozen value is held by the type checker, and in
        Python's development mode (`python -X dev`) when it runs. Elsewhere it is only agreed: a value that refuses to
        be set takes four times as long to make, and the audit of a release makes ten thousand of them."""
        refusing = sys.flags.dev_mode and frozen
        make = dataclasses.dataclass(frozen=refusing, unsafe_hash=frozen and not refusing, **options)
        return make if cls is None else make(cls)
