"""YAML with every scalar kept as text and with its place, and faults as `path:line:column: what`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditor.errors import RuleError, suggestion
from auditor.frozen import dataclass

_HINTS = {  # what is most likely meant by what the YAML reader says
    "mapping values": "; a text that holds a colon stands in quotes",
    "tab character": "; lines begin with spaces",
    "cannot start any token": "; lines begin with spaces, no tabs, and a text that begins with a sign stands in quotes",
    "could not find expected ':'": "; a colon stands behind the name of a field",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a rule file; line and column count from 1."""

    path: str
    line: int
    column: int

    def fault(self, message: str) -> RuleError:
        return RuleError(f"{self.path}:{self.line}:{self.column}: {message}")


@dataclass(frozen=True, slots=True)
class Scalar:
    """`plain`: written on one line without quotes or folding, so that offsets are columns."""

    text: str
    place: Place
    style: str

    def at(self, offset: int) -> Place:
        """The place of a character of the text, as well as YAML's styles let it be known."""
        if self.style in ("|", ">"):
            line = self.text.count("\n", 0, offset)
            return Place(self.place.path, self.place.line + 1 + line, 1)
        quote = 1 if self.style in ("'", '"') else 0
        return Place(self.place.path, self.place.line, self.place.column + quote + offset)


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Tree, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """`keys` are the places of the keys."""

    items: dict[str, Tree]
    keys: dict[str, Place]
    place: Place

    def only(self, known: tuple[str, ...], what: str) -> None:
        """Raises RuleError at the first key that is not among `known`."""
        for key, place in self.keys.items():
            if key not in known:
                raise place.fault(f"{what} has no field “{key}”{suggestion(key, known)}")

    def scalar(self, key: str, what: str) -> Scalar:
        found = self.items.get(key)
        if found is None:
            raise self.place.fault(f"{what} needs the field “{key}”")
        if not isinstance(found, Scalar):
            raise self.keys[key].fault(f"“{key}” is a text, not a list or a mapping")
        return found

    def text(self, key: str) -> str:
        """The text of a field that may be left out."""
        found = self.items.get(key)
        return "" if found is None else self.scalar(key, "").text.strip()

    def each(self, key: str) -> Iterator[Tree]:
        """The items of a list that may be left out."""
        found = self.items.get(key)
        if found is None:
            return
        if not isinstance(found, Sequence):
            raise self.keys[key].fault(f"“{key}” is a list")
        yield from found.items


Tree = Scalar | Sequence | Mapping


def read(text: str, path: str, first_line: int = 1) -> Tree | None:
    """The tree of a YAML text that starts on `first_line` of its file; None for an empty one. Raises RuleError."""
    import yaml

    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        place = Place(path, mark.line + first_line, mark.column + 1) if mark else Place(path, first_line, 1)
        problem = str(getattr(fault, "problem", None) or fault)
        hint = next((hint for said, hint in _HINTS.items() if said in problem), "")
        raise place.fault(f"not YAML: {problem}{hint}") from fault
    return None if node is None else _tree(node, path, first_line)


def _tree(node: Any, path: str, first_line: int) -> Tree:
    place = Place(path, node.start_mark.line + first_line, node.start_mark.column + 1)
    if node.id == "scalar":
        return Scalar(node.value, place, node.style or "")
    if node.id == "sequence":
        return Sequence(tuple(_tree(item, path, first_line) for item in node.value), place)
    items: dict[str, Tree] = {}
    keys: dict[str, Place] = {}
    for key, value in node.value:
        at = Place(path, key.start_mark.line + first_line, key.start_mark.column + 1)
        if key.id != "scalar":
            raise at.fault("a field's name is a text")
        if key.value in items:
            raise at.fault(f"“{key.value}” stands here twice")
        items[key.value], keys[key.value] = _tree(value, path, first_line), at
    return Mapping(items, keys, place)
