"""Rules that start from others: `extends` makes a further rule of another's fields, `overrides` takes its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditor.errors import suggestion
from auditor.frozen import dataclass
from auditor.rulebook.marks import Mapping, Place, Scalar, Tree

MERGED = ("let", "parameters")  # mappings of which single entries may be replaced
OWN = ("id", "name", "extends", "overrides")


@dataclass(frozen=True, slots=True)
class Source:
    """A rule file as read: its fields, and the text of its examples, which starts on `line`."""

    path: str
    tree: Mapping
    examples: str
    line: int

    def text(self, key: str) -> str:
        return self.tree.text(key)


def resolved(sources: Iterable[Source]) -> list[Source]:
    """The sources with inherited fields filled in and overridden ones left out, in order. Raises RuleError."""
    out: dict[str, Source] = {}  # by id
    names: dict[str, Source] = {}
    waiting = list(sources)
    while waiting:
        later: list[Source] = []
        for source in waiting:
            wanted = _wanted(source)
            base = _find(wanted.text, out.values()) if wanted else None
            if wanted and base is None:
                later.append(source)
                continue
            _add(source if base is None else _merged(source, base), bool(source.text("overrides")), out, names)
        if len(later) == len(waiting):
            raise _unknown(later[0], [*out.values(), *later[1:]])
        waiting = later
    return list(out.values())


def _add(source: Source, overrides: bool, out: dict[str, Source], names: dict[str, Source]) -> None:
    key = source.tree.scalar("id", "a rule").text
    name = source.text("name")
    other = out.get(key) or names.get(name)
    if other is not None and not overrides:
        raise Place(source.path, 1, 1).fault(
            f"{other.path} holds a rule of the id or name of {key} {name} already; a rule that takes its place "
            f"says “overrides: {other.text('name')}”"
        )
    out[key] = source
    if name:
        names[name] = source


def _wanted(source: Source) -> Scalar | None:
    """What a rule starts from."""
    both = [key for key in ("extends", "overrides") if key in source.tree.items]
    if len(both) == 2:
        raise source.tree.keys["overrides"].fault("a rule either “extends” another or “overrides” it")
    return source.tree.scalar(both[0], "a rule") if both else None


def _find(wanted: str, known: Iterable[Source]) -> Source | None:
    return next((s for s in known if wanted in (s.text("id"), s.text("name"))), None)


def _unknown(source: Source, others: Iterable[Source]) -> Exception:
    wanted = _wanted(source)
    assert wanted is not None
    known = [name for s in others if (name := s.text("name"))]
    return wanted.place.fault(f"there is no rule “{wanted.text}” to start from{suggestion(wanted.text, known)}")


def _merged(source: Source, base: Source) -> Source:
    """The fields of `base` with those of `source` in their place. A rule that overrides keeps the number and name."""
    overriding = bool(source.text("overrides"))
    kept = {key: tree for key, tree in base.tree.items.items() if overriding or key not in OWN}
    keys = {key: place for key, place in base.tree.keys.items() if key in kept}
    for key, tree in source.tree.items.items():
        kept[key] = _entries(kept.get(key), tree) if key in MERGED else tree
        keys[key] = source.tree.keys[key]
    if not overriding:
        kept.pop("verdict", None)  # one rule decides the verdict of a kind of claims
    tree = Mapping(kept, keys, source.tree.place)
    if source.examples or not overriding:
        return replace(source, tree=tree)
    return replace(source, tree=tree, examples=base.examples, line=base.line)


def _entries(old: Tree | None, new: Tree) -> Tree:
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return new
    return Mapping({**old.items, **new.items}, {**old.keys, **new.keys}, new.place)
