"""Abbreviations that a document explains where it first uses them: "platform-as-a-service (PaaS)", "net interest margin (“NIM”)".

    definition ::= long-form "(" [quote] letters ["s"] [quote] ")"

The letters are the initials of the words before, small words counted or passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditor.model.source import Document
from auditor.vocabulary.words import SMALL, content_words

_DEFINED = re.compile(r"\(\s*[\"“”']?([A-Z][A-Za-z&]{1,7})[\"“”']?\s*\)")
_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_LEFT_OUT = frozenset("expense expenses cost costs".split())  # "Selling and administrative expenses (S&A)"
_REACH = 90  # characters before a definition that may hold its long form


def abbreviations(document: Document) -> Mapping[str, tuple[str, ...]]:
    """The content words of each long form, by its abbreviation in lower case, singular."""
    out: dict[str, tuple[str, ...]] = {}
    for paragraph in document.paragraphs:
        text = document.slice(paragraph.span)
        if "(" not in text:
            continue
        for m in _DEFINED.finditer(text):
            letters = m.group(1).removesuffix("s") if m.group(1)[-2:-1].isupper() else m.group(1)
            words = _long_form(text[max(0, m.start() - _REACH) : m.start()], letters.lower())
            if words:
                out.setdefault(letters.lower(), words)
    return out


def _long_form(before: str, letters: str) -> tuple[str, ...]:
    """The content words of the shortest run of words at the end of `before` whose initials are `letters`, which may leave out
    that they are expenses."""
    words = [w.lower() for w in _WORD.findall(before)]
    return _run(words, letters) or (_run(words[:-1], letters) if words and words[-1] in _LEFT_OUT else ())


def _run(words: list[str], letters: str) -> tuple[str, ...]:
    """The content words of the shortest run at the end of some words whose initials are `letters`."""
    for size in range(len(letters.replace("&", "")), min(len(words), 2 * len(letters)) + 1):
        run = words[-size:]
        plain = letters.replace("&", "")
        if run[0] not in SMALL and plain in (_initials(run, every=True), _initials(run, every=False)):
            found = content_words(" ".join(run))
            return found if len(found) > 1 else ()
    return ()


def _initials(words: list[str], every: bool) -> str:
    return "".join(w[0] for w in words if every or w not in SMALL)
