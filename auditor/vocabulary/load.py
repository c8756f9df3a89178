"""The vocabulary from its YAML text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from auditor.errors import RuleError
from auditor.model.fact import Measure
from auditor.vocabulary.vocabulary import Entry, Name, Vocabulary, Words
from auditor.vocabulary.words import content_words

_FIELDS = frozenset(
    "names losses nature unit breakdown ratio difference sum instead rate-of perhaps net-of defined in-percent growth where-given".split()
)


def read_vocabulary(text: str, path: str = "vocabulary.yaml") -> Vocabulary:
    """Raises RuleError for what is no vocabulary."""
    import yaml

    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise RuleError(f"{place}: not YAML: {getattr(fault, 'problem', fault)}") from fault
    if not isinstance(data, dict) or not isinstance(data.get("measures"), dict):
        raise RuleError(f"{path}: a vocabulary needs `measures`, a mapping of measures to their names")
    entries: dict[str, Entry] = {}
    names: dict[Words, Name] = {}
    for key, fields in data["measures"].items():
        if not isinstance(fields, dict) or (unknown := set(fields) - _FIELDS):
            raise RuleError(
                f"{path}: measure {key}: unknown field {min(unknown) if isinstance(fields, dict) else fields}"
            )
        entries[key] = _entry(key, fields)
        for negative, listed in ((False, fields.get("names", ())), (True, fields.get("losses", ()))):
            for name in listed:
                names.setdefault(content_words(str(name)), Name(key, negative))
    for alias, meaning in (data.get("aliases") or {}).items():
        key, *implied = str(meaning).split()
        if key not in entries:
            raise RuleError(f"{path}: alias {alias}: no measure {key}")
        names[content_words(str(alias))] = Name(key, False, tuple(implied))
    names.pop((), None)
    qualifiers = {
        content_words(str(spelling)): own
        for own, spellings in (data.get("qualifiers") or {}).items()
        for spelling in spellings
    }
    neutral = frozenset(w for word in data.get("neutral") or () for w in content_words(str(word)))
    return Vocabulary(entries, names, qualifiers, neutral, hashlib.sha256(text.encode()).hexdigest())


def _entry(key: str, fields: dict[str, Any]) -> Entry:
    return Entry(
        key,
        fields.get("nature", "other"),
        fields.get("unit", "money"),
        bool(fields.get("breakdown", False)),
        _pair(fields.get("ratio"), "/"),
        _pair(fields.get("difference"), " - "),
        tuple(fields.get("sum", ())),
        tuple(fields.get("instead", ())),
        fields.get("rate-of", ""),
        tuple(fields.get("perhaps", ())),
        fields.get("net-of", ""),
        fields.get("defined", ""),
        fields.get("in-percent", ""),
        bool(fields.get("growth", False)),
        tuple(content_words(str(name)) for name in fields.get("where-given", ())),
    )


def _pair(text: object, sign: str) -> tuple[str, str] | None:
    if not isinstance(text, str) or sign not in text:
        return None
    left, right = text.split(sign)
    return left.strip(), right.strip()


def read_concepts(text: str, vocabulary: Vocabulary, path: str = "vocabulary-concepts.yaml") -> Mapping[str, Measure]:
    """The measures by the concepts of the taxonomy that mean them. Raises RuleError."""
    import yaml

    found: dict[str, Measure] = {}
    for name, concepts in yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)).items():
        *qualifiers, key = str(name).split()
        if vocabulary.entry(key) is None:
            raise RuleError(f"{path}: there is no measure “{key}”")
        for concept in concepts:
            if concept in found:
                raise RuleError(f"{path}: the concept {concept} stands here twice")
            found[concept] = Measure(key, frozenset(qualifiers), True)
    return found
