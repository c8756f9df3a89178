"""What is made only when somebody asks for it: a report may print it, and most reports do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, SupportsIndex, TypeVar, overload

T = TypeVar("T")


class Later(Sequence[T]):
    """Values like a tuple of them, which are made, once, when the first is asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[T, ...]]) -> None:
        self._make = make
        self._made: tuple[T, ...] | None = None

    @property
    def _all(self) -> tuple[T, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, at: SupportsIndex) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: SupportsIndex | slice) -> T | tuple[T, ...]:
        return self._all[at]

    def __eq__(self, other: object) -> bool:
        return self._all == (other._all if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return repr(self._all)

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        return tuple, (self._all,)  # another process gets the values


class Deferred(Generic[T]):
    """A field of a dataclass, one without slots, that may be given the function which makes its value; whoever reads
    it gets the value, which is made once."""

    def __init__(self, default: T) -> None:
        self._default = default
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object | None, owner: type) -> T:
        if instance is None:
            return self._default
        kept: Any = instance.__dict__[self._name]
        if callable(kept):
            kept = instance.__dict__[self._name] = kept()
        value: T = kept
        return value

    def __set__(self, instance: object, value: T | Callable[[], T]) -> None:
        instance.__dict__[self._name] = value
