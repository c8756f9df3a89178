"""TOML with the place of each key, so that a fault is `path:line:column: what`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from auditor.errors import SettingsError, suggestion
from auditor.frozen import dataclass

Path = tuple[str | int, ...]
"""Keys and positions from the top: `("waiver", 0, "reason")`."""


@dataclass(frozen=True)
class Toml:
    """The data of a TOML text; `path` is what messages call its file."""

    path: str
    text: str
    data: Mapping[str, Any]

    def holds(self, at: Path) -> bool:
        return _within(self.data, at) is not None

    def line(self, at: Path) -> int:
        """The line on which a key stands; 1 where it is not in the text."""
        return self._position(at)[0]

    def fault(self, at: Path, message: str) -> SettingsError:
        line, column = self._position(at)
        return SettingsError(f"{self.path}:{line}:{column}: {message}")

    def only(self, at: Path, known: Sequence[str], what: str) -> None:
        """Raises SettingsError at the first key of a table that is not among `known`."""
        for key in _within(self.data, at) or ():
            if key not in known:
                raise self.fault((*at, key), f"there is no “{key}” in {what}{hint(key, known)}")

    def _position(self, at: Path) -> tuple[int, int]:
        """(line, column) of a key: it stands in the first statement by whose end the text holds it."""
        start = 0
        for end, data in self._statements:
            if _within(data, at) is not None:
                return self._in_statement(start, end, at)
            start = end
        return 1, 1

    def _in_statement(self, start: int, end: int, at: Path) -> tuple[int, int]:
        name = str(next((part for part in reversed(at) if isinstance(part, str)), ""))
        word = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
        for number, line in enumerate(self._lines[start:end], start + 1):
            if found := word.search(line):
                return number, found.start() + 1
        return start + 1, 1

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def _statements(self) -> list[tuple[int, Mapping[str, Any]]]:
        """(last line, the data of the text up to it) of each statement; a text cut inside of one is no TOML."""
        found: list[tuple[int, Mapping[str, Any]]] = []
        for end in range(1, len(self._lines) + 1):
            try:
                found.append((end, tomllib.loads("\n".join(self._lines[:end]))))
            except tomllib.TOMLDecodeError:
                continue
        return found


def read(text: str, path: str) -> Toml:
    """Raises SettingsError for what is no TOML."""
    try:
        return Toml(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(fault))
        where = f"{place[1]}:{place[2]}" if place else f"{len(text.splitlines()) or 1}:1"
        what = str(fault).split(" (at ")[0]
        quotes = "; a text stands in quotes" if what == "Invalid value" else ""
        raise SettingsError(f"{path}:{where}: not TOML: {what[:1].lower()}{what[1:]}{quotes}") from fault


def hint(word: str, known: Sequence[str]) -> str:
    """`, did you mean “reason”?`, or what there is."""
    return suggestion(word, known) or (f"; there is {', '.join(known)}" if len(known) < 16 else "")


def _within(data: Any, at: Path) -> Any:
    for part in at:
        if isinstance(part, int):
            if not isinstance(data, list) or part >= len(data):
                return None
        elif not isinstance(data, Mapping) or part not in data:
            return None
        data = data[part]
    return data
