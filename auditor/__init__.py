"""Consistency audits of earnings releases.

    import auditor

    result = auditor.audit(auditor.load_document("release.txt"), auditor.load_rules())
    for finding in result.findings:
        print(finding.level, finding.message)

`audit` is pure: no files, no clock; the same document and rules give the same result, an `auditor.model.finding.Audit`.
Faults are raised as `auditor.errors.AuditorError`. Whatever is heavy is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.version import __version__

if TYPE_CHECKING:
    from auditor.model.fact import Measure
    from auditor.model.finding import Audit
    from auditor.model.source import Document
    from auditor.rulebook import Rulebook
    from auditor.vocabulary import Vocabulary

__all__ = ["__version__", "audit", "load_concepts", "load_document", "load_rules", "load_vocabulary", "read_document"]


def load_document(path: str | Path) -> Document:
    """The release in a file, of whatever kind its content shows. Raises ReadingError."""
    from auditor.reading.door import load_document as load

    return load(path)


def read_document(data: bytes, name: str) -> Document:
    """The release in the bytes of a file; `name` is what messages call it. Raises ReadingError."""
    from auditor.reading.door import read_document as read

    return read(data, name)


def load_rules(
    *packs: str | Path,
    parameters: Mapping[str, Mapping[str, str]] | None = None,
    levels: Mapping[str, str] | None = None,
    profile: str = "standard",
) -> Rulebook:
    """The built-in rules and those of further files or folders. `parameters` sets values by rule and parameter,
    `levels` the level by rule (`off`: not at all), `profile` the values to start from. Raises RuleError and
    SettingsError."""
    from auditor.rulebook import load

    return load([Path(pack) for pack in packs], parameters or {}, levels or {}, profile)


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The built-in vocabulary: measures by the names that people give them."""
    from auditor.resources import folder
    from auditor.vocabulary import read_vocabulary

    path = folder("rules") / "vocabulary.yaml"
    return read_vocabulary(path.read_text(encoding="utf-8"), path.name)


@lru_cache(maxsize=1)
def load_concepts() -> Mapping[str, Measure]:
    """The measures of the vocabulary by the concepts of the US GAAP taxonomy that mean them."""
    from auditor.resources import folder
    from auditor.vocabulary.load import read_concepts

    path = folder("rules") / "vocabulary-concepts.yaml"
    return read_concepts(path.read_text(encoding="utf-8"), load_vocabulary(), path.name)


def audit(document: Document, rules: Rulebook | None = None, vocabulary: Vocabulary | None = None) -> Audit:
    """The audit of a document under `rules` (the built-in ones, when not given)."""
    from auditor.engine import audit as run

    return run(document, rules or load_rules(), vocabulary or load_vocabulary())
