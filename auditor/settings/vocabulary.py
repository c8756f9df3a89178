"""The company's own words put into the vocabulary."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from auditor.settings.places import hint
from auditor.settings.shape import Settings
from auditor.vocabulary import Entry, Name, Vocabulary, Words
from auditor.vocabulary.words import content_words

ADJUSTED = ("adjusted",)


def with_company_words(vocabulary: Vocabulary, settings: Settings) -> Vocabulary:
    """The vocabulary with the names of the settings, which come before its own. Raises SettingsError for a measure
    that it does not know."""
    words = settings.words
    if not (words.measures or words.losses or words.own or words.segments or words.adjusted):
        return vocabulary
    _known(vocabulary, settings)
    entries = {**vocabulary.entries, **{key: Entry(key) for key in words.own if key not in vocabulary.entries}}
    names = {**vocabulary.names, **dict(_names(settings))}
    segments = {content_words(name): _key(segment) for segment, listed in words.segments.items() for name in listed}
    segments |= {content_words(segment): _key(segment) for segment in words.segments}
    said = repr((vocabulary.digest, sorted((name, str(meant)) for name, meant in (*names.items(), *segments.items()))))
    return replace(
        vocabulary, entries=entries, names={k: v for k, v in names.items() if k},
        qualifiers={**vocabulary.qualifiers, **{k: v for k, v in segments.items() if k}},
        digest=hashlib.sha256(said.encode()).hexdigest(), _memo={},
    )  # fmt: skip


def _names(settings: Settings) -> Iterator[tuple[Words, Name]]:
    words = settings.words
    for negative, listed in ((False, words.measures), (True, words.losses), (False, words.own)):
        for key, names in listed.items():
            for name in names:
                yield content_words(name), Name(key, negative)
    for name, key in words.adjusted.items():
        yield content_words(name), Name(key, False, ADJUSTED)


def _known(vocabulary: Vocabulary, settings: Settings) -> None:
    """Raises SettingsError for a measure that is neither of the vocabulary nor of the company's own."""
    words = settings.words
    known = sorted({*vocabulary.entries, *words.own})
    named = [(("vocabulary", "measures", key), key) for key in words.measures]
    named += [(("vocabulary", "losses", key), key) for key in words.losses]
    named += [(("vocabulary", "adjusted", name), key) for name, key in words.adjusted.items()]
    for at, key in named:
        if key not in known:
            raise settings.fault(
                at, f"there is no measure “{key}”{hint(key, known)} (“auditor facts FILE” shows those of a release)"
            )


def _key(segment: str) -> str:
    return "-".join(content_words(segment)) or segment
