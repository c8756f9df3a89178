"""Rule files become rules. Every fault is `path:line:column: what, did you mean …?`."""

from __future__ import annotations

import hashlib
import re
from collections import abc
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from auditor.errors import RuleError, suggestion, unreadable
from auditor.model.choices import PROFILES, STANDARD
from auditor.model.finding import How, Level
from auditor.resources import folder
from auditor.rulebook import marks
from auditor.rulebook.inheriting import Source, resolved
from auditor.rulebook.kinds import KINDS, Kind
from auditor.rulebook.language.checking import type_of
from auditor.rulebook.language.compiling import compiled
from auditor.rulebook.language.grammar import ExpressionError, parse
from auditor.rulebook.language.measures import measures
from auditor.rulebook.language.types import ARTICLES, Type
from auditor.rulebook.marks import Mapping, Place, Scalar
from auditor.rulebook.parameters import Parameter
from auditor.rulebook.rule import Example, Expression, Message, Rule, Rulebook, Skip

FIELDS = (
    "id", "name", "level", "summary", "why", "references", "since", "effective", "extends", "overrides", "parameters",
    "for_each", "explains", "where", "let", "skip_when", "require", "note_when", "message", "verdict", "vote", "slack",
    "examples",
)  # fmt: skip
_EXAMPLES = re.compile(r"^examples:[ \t]*$", re.M)
_FAILS = re.compile(r"^\s*- fails:", re.M)
_PASSES = re.compile(r"^\s*- passes:", re.M)
_EXAMPLE = re.compile(r"^\s*- ([\w-]+):", re.M)
_BRACES = re.compile(r"\{([^{}]*)\}")


def load(
    packs: Sequence[Path] = (),
    parameters: abc.Mapping[str, abc.Mapping[str, str]] = MappingProxyType({}),
    levels: abc.Mapping[str, str] = MappingProxyType({}),
    profile: str = STANDARD,
) -> Rulebook:
    """The built-in rules and those of further files or folders, with the settings of a user: see `Rulebook.tuned`.
    Raises RuleError, and SettingsError for settings that no rule has."""
    home = folder("rules")
    sources = [*files_of(home, home.parent)]
    for pack in packs:
        sources += files_of(pack)
    return load_rules(sources).tuned(parameters, levels, profile)


def files_of(place: Path, relative_to: Path | None = None) -> Iterator[tuple[str, str]]:
    """Path and text of the rule files of a pack, a file or a folder. Raises RuleError."""
    if not place.exists():
        raise RuleError(f"{place}: there is no such rule file or folder")
    files = [place]
    if place.is_dir():
        files = [path for path in sorted(place.rglob("*.yaml")) if not path.name.startswith("vocabulary")]
    if not files:
        raise RuleError(f"{place}: no rule file was found there; a rule is a file NAME.yaml")
    for path in files:
        shown = path.relative_to(relative_to).as_posix() if relative_to else path.as_posix()
        try:
            yield shown, path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as fault:
            raise RuleError(unreadable(shown, fault)) from fault


def load_rules(sources: Iterable[tuple[str, str]]) -> Rulebook:
    """The rules of (path, text) pairs, one rule a file. Raises RuleError."""
    digest = hashlib.sha256()
    read: list[Source] = []
    for path, text in sources:
        digest.update(f"{path}\0{text}\0".encode())
        read.append(read_source(text, path))
    rules: dict[str, Rule] = {}
    for source in resolved(read):
        rule = rule_of(source)
        for other in rules.values():
            _one_verdict(rule, other)
        rules[rule.id] = rule
    for source in read:
        _explained(source, rules.values())
    return Rulebook(tuple(rules[key] for key in sorted(rules)), digest.hexdigest())


def _one_verdict(rule: Rule, other: Rule) -> None:
    both = set(rule.of) & set(other.of)
    if rule.verdict and other.verdict and both:
        raise RuleError(f"{rule.path}:1:1: the verdict of {sorted(both)[0]} claims is decided by {other.path} already")


def _explained(source: Source, rules: Iterable[Rule]) -> None:
    """Raises RuleError where a rule explains one that decides no verdict."""
    known = {rule.name: rule.id for rule in rules if rule.verdict}
    for name in _listed(source.text("explains")):
        if name not in known and name not in known.values():
            place = source.tree.scalar("explains", "a rule").place
            raise place.fault(f"no rule “{name}” decides the verdict of a claim{suggestion(name, known)}")


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def read_source(text: str, path: str) -> Source:
    """A rule file's fields. Its examples are read only when asked for. Raises RuleError."""
    start = _EXAMPLES.search(text)
    head = text[: start.start()] if start else text
    tree = marks.read(head, path)
    if not isinstance(tree, Mapping):
        raise Place(path, 1, 1).fault("a rule file is a mapping of fields, from “id” to “examples”")
    tree.only(FIELDS, "a rule")
    if "overrides" not in tree.items:
        _name(tree, path)
    return Source(path, tree, text[start.start() :] if start else "", head.count("\n") + 1)


def rule_of(source: Source) -> Rule:
    """The rule of a source whose inherited fields are filled in. Raises RuleError."""
    for pattern, word in ((_FAILS, "fails"), (_PASSES, "passes")):
        if not pattern.search(source.examples):
            _miscalled(source, word)
            raise source.tree.place.fault(
                f"the rule has no example that {word}: add “- {word}: |” and a small release under “examples”"
            )
    return _rule(source.tree, source.path, partial(_examples, source.examples, source.path, source.line))


def _miscalled(source: Source, word: str) -> None:
    """Raises RuleError at an example whose kind is nearly `word`."""
    for found in _EXAMPLE.finditer(source.examples):
        if hint := suggestion(found[1], [word]):
            line = source.line + source.examples.count("\n", 0, found.start(1))
            column = found.start(1) - source.examples.rfind("\n", 0, found.start(1))
            raise Place(source.path, line, column).fault(
                f"an example either “fails” or “passes”, not “{found[1]}”{hint}"
            )


def _rule(tree: Mapping, path: str, examples: partial[tuple[Example, ...]]) -> Rule:
    kind, kind_name, of = _for_each(tree.scalar("for_each", "a rule"))
    parameters = tuple(_parameters(tree, kind))
    names: dict[str, Type] = {**kind.names, **{p.name: p.type for p in parameters}}
    where = _expression(tree.items.get("where"), names, "truth")
    let = _let(tree, names)
    skips = tuple(_skip(item, names, "skip_when") for item in tree.each("skip_when"))
    notes = tuple(_skip(item, names, "note_when") for item in tree.each("note_when"))
    require = _expression(tree.scalar("require", "a rule"), names, "truth")
    assert require is not None
    level = tree.scalar("level", "a rule")
    _one_of(level, get_args(Level), "a level")
    return Rule(
        id=tree.scalar("id", "a rule").text, name=tree.scalar("name", "a rule").text, level=cast(Level, level.text),
        summary=tree.scalar("summary", "a rule").text.strip(), why=tree.scalar("why", "a rule").text.strip(),
        kind=kind_name, of=of, require=require, message=_message(tree.scalar("message", "a rule"), names), where=where,
        let=let, skip_when=skips, note_when=notes, since=tree.text("since"), effective=_day(tree, "effective"),
        explains=_listed(tree.text("explains")), verdict=_flag(tree, "verdict"),
        vote=_flag(tree, "vote"), slack=_slack(tree), parameters=parameters,
        references=tuple(r.text for r in tree.each("references") if isinstance(r, Scalar)), path=path,
        _examples=lru_cache(maxsize=1)(examples),
    )  # fmt: skip


def _name(tree: Mapping, path: str) -> str:
    name = tree.scalar("name", "a rule")
    file = path.rsplit("/", 1)[-1]
    if file != f"{name.text}.yaml":
        also = "" if file.endswith(".yaml") else ", the file with “.yaml” behind it"
        raise name.place.fault(f"the rule is named “{name.text}”, its file “{file}”: give both the same name{also}")
    return name.text


def _for_each(scalar: Scalar) -> tuple[Kind, str, tuple[str, ...]]:
    """`claim change, change-percent`: the kind of subject and, after it, which of them."""
    first, _, rest = scalar.text.partition(" ")
    kind = KINDS.get(first)
    if kind is None:
        raise scalar.place.fault(f"a rule cannot look at each “{first}”{suggestion(first, KINDS)}")
    of = _listed(rest)
    for word in of:
        if word not in kind.of and not (kind.measures and word.split()[-1] in measures()):
            known = (*kind.of, *measures()) if kind.measures else kind.of
            raise scalar.at(scalar.text.find(word)).fault(f"there is no {first} “{word}”{suggestion(word, known)}")
    return kind, first, of


def _parameters(tree: Mapping, kind: Kind) -> Iterator[Parameter]:
    """`parameters:` by name, each with its default, its meaning, and values of other profiles or choices."""
    block = tree.items.get("parameters")
    if block is None:
        return
    if not isinstance(block, Mapping):
        raise tree.keys["parameters"].fault("“parameters” is a mapping of names to “default” and “meaning”")
    for name, item in block.items.items():
        place = block.keys[name]
        if name in kind.names or not name.isidentifier():
            raise place.fault(f"“{name}” cannot name a parameter: it is a name of the language, or not one word")
        if not isinstance(item, Mapping):
            raise place.fault(f"the parameter “{name}” has “default” and “meaning”")
        item.only(("default", "meaning", "choices", *PROFILES[1:]), "a parameter")
        choices = tuple(c.text for c in item.each("choices") if isinstance(c, Scalar))
        others = tuple((profile, item.text(profile)) for profile in PROFILES[1:] if profile in item.items)
        default = item.scalar("default", "a parameter")
        meaning = item.scalar("meaning", "a parameter").text.strip()
        parameter = Parameter(name, default.text.strip(), meaning, choices, others)
        for key in ("default", *(profile for profile, _ in others)):
            if fault := parameter.fault(item.text(key)):
                raise item.scalar(key, "a parameter").place.fault(fault)
        yield parameter


def _let(tree: Mapping, names: dict[str, Type]) -> tuple[tuple[str, Expression], ...]:
    block = tree.items.get("let")
    if block is None:
        return ()
    if not isinstance(block, Mapping):
        raise tree.keys["let"].fault("“let” is a mapping of names to expressions")
    out = []
    for name, scalar in block.items.items():
        expression = _expression(scalar, names, None)
        assert expression is not None
        names[name] = type_of(expression.node, names)
        out.append((name, expression))
    return tuple(out)


def _expression(scalar: marks.Tree | None, names: dict[str, Type], wanted: Type | None) -> Expression | None:
    if scalar is None:
        return None
    if not isinstance(scalar, Scalar):
        raise scalar.place.fault("an expression is a text")
    return _compiled(scalar.text, scalar, 0, names, wanted)


def _compiled(text: str, scalar: Scalar, start: int, names: dict[str, Type], wanted: Type | None) -> Expression:
    try:
        node = parse(text)
        found = type_of(node, names)
        if wanted is not None and found not in (wanted, "any"):
            raise ExpressionError(f"{ARTICLES[wanted]} is needed here, not {ARTICLES[found]}", 0)
    except ExpressionError as fault:
        raise scalar.at(start + fault.offset).fault(str(fault)) from fault
    return Expression(" ".join(text.split()), node, compiled(node))


def _skip(item: marks.Tree, names: dict[str, Type], field: str) -> Skip:
    if not isinstance(item, Mapping):
        raise item.place.fault(f"each of “{field}” has “if” and “because”")
    item.only(("if", "because"), f"an entry of “{field}”")
    condition = _expression(item.scalar("if", f"an entry of “{field}”"), names, "truth")
    assert condition is not None
    return Skip(condition, item.scalar("because", f"an entry of “{field}”").text.strip())


def _day(tree: Mapping, key: str) -> date | None:
    if key not in tree.items:
        return None
    scalar = tree.scalar(key, "a rule")
    try:
        return date.fromisoformat(scalar.text)
    except ValueError:
        raise scalar.place.fault(f"“{key}” is a date such as 2018-12-15, not “{scalar.text}”") from None


def _message(scalar: Scalar, names: dict[str, Type]) -> Message:
    parts: list[str | Expression] = []
    last = 0
    known: dict[str, Type] = {**names, "working": "text"}
    for found in _BRACES.finditer(scalar.text):
        parts.append(scalar.text[last : found.start()])
        parts.append(_compiled(found.group(1), scalar, found.start(1), known, None))
        last = found.end()
    parts.append(scalar.text[last:].rstrip())
    if stray := re.search(r"[{}]", _BRACES.sub(lambda found: " " * len(found[0]), scalar.text)):
        raise scalar.at(stray.start()).fault(
            f"this “{stray[0]}” stands alone; an expression stands within “{{” and “}}”"
        )
    return Message(tuple(part for part in parts if part))


def _slack(tree: Mapping) -> Literal["pass", "note"]:
    if "slack" in tree.items:
        _one_of(tree.scalar("slack", "a rule"), ("pass", "note"), "“slack”")
    return "note" if tree.text("slack") == "note" else "pass"


def _flag(tree: Mapping, key: str) -> bool:
    if key not in tree.items:
        return False
    scalar = tree.scalar(key, "a rule")
    _one_of(scalar, ("yes", "no"), f"“{key}”")
    return scalar.text == "yes"


def _one_of(scalar: Scalar, known: tuple[str, ...], what: str) -> None:
    if scalar.text not in known:
        listed = ", ".join(known[:-1]) + f" or {known[-1]}"
        raise scalar.place.fault(f"{what} is {listed}, not “{scalar.text}”{suggestion(scalar.text, known)}")


def _examples(tail: str, path: str, first_line: int) -> tuple[Example, ...]:
    tree = marks.read(tail, path, first_line)
    assert isinstance(tree, Mapping)
    tree.only(("examples",), "a rule, after its examples,")
    return tuple(_example(item) for item in tree.each("examples"))


def _example(item: marks.Tree) -> Example:
    if not isinstance(item, Mapping):
        raise item.place.fault("an example is “- fails: |” or “- passes: |” and a small release")
    item.only(("fails", "passes", "against", "says", "how"), "an example")
    if ("fails" in item.items) == ("passes" in item.items):
        raise item.place.fault("an example either “fails” or “passes”")
    fails = "fails" in item.items
    release = item.scalar("fails" if fails else "passes", "an example")
    if "how" in item.items:
        _one_of(item.scalar("how", ""), get_args(How), "“how”")
    how = cast("How | None", item.text("how") or None)
    return Example(fails, release.text, release.place.line + 1, item.text("says"), how, item.text("against"))
