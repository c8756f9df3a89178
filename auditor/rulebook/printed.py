"""The figures of a document's tables by their size: which of them print a number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal

from auditor.model.fact import Fact
from auditor.model.quantity import Quantity


class Printed:
    """Figures by unit and size; of those that are called, dated and printed alike the first alone, as a document may
    repeat its tables."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        unlike = {(f.label, f.period, f.quantity, f.origin): f for f in reversed(tuple(facts))}
        sized: dict[tuple[str, Decimal], list[tuple[Decimal, int, Fact]]] = {}
        for k, f in enumerate(unlike.values()):
            kind = f.quantity.unit, f.quantity.step
            sized.setdefault(kind, []).append((abs(f.quantity.value), -k, f))
        self._by_kind = {kind: sorted(same, key=lambda item: item[:2]) for kind, same in sized.items()}
        self._sizes = {kind: [size for size, _, _ in same] for kind, same in self._by_kind.items()}

    def of(self, stated: Quantity) -> Iterator[Fact]:
        """The figures that print a number, whatever their signs."""
        wanted = stated.magnitude()
        for (unit, step), same in self._by_kind.items():
            if unit != wanted.unit:
                continue
            sizes = self._sizes[unit, step]
            first = 0 if wanted.low is None else bisect_left(sizes, wanted.low - step)
            last = len(sizes) if wanted.high is None else bisect_right(sizes, wanted.high + step)
            yield from (f for _, _, f in same[first:last] if wanted.meets(f.quantity.magnitude()))
