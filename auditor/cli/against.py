"""The documents given with `--against`: what was published before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor import load_concepts, read_document
from auditor.cli.paths import shown
from auditor.cli.terminal import complain
from auditor.model.fact import Fact
from auditor.vocabulary import Vocabulary


def figures_of(names: Sequence[str], words: Vocabulary) -> tuple[Fact, ...]:
    """The figures of releases, of filings and of company facts. Raises ReadingError."""
    found: list[Fact] = []
    for number, name in enumerate(names, start=1):
        figures = _figures(name, number, words)
        if not figures:
            complain(f"{shown(name)}: no figure was found in it, so it supports no claim")
        found += figures
    return tuple(found)


def _figures(name: str, number: int, words: Vocabulary) -> Sequence[Fact]:
    """The figures of one document, the `number`th; of a filing its tags before what its plain tables say."""
    from auditor.claims.published import published
    from auditor.reading.companyfacts import is_company_facts, read_company_facts
    from auditor.reading.door import content
    from auditor.reading.inline import is_inline, read_inline
    from auditor.tables.published import of_concepts, preferring

    data = content(Path(name))
    if is_company_facts(data):
        return of_concepts(read_company_facts(data, name), load_concepts(), shown(name), number)
    read = published(read_document(data, name), words, shown(name), number)
    tags = read_inline(data) if is_inline(data) else ()
    tagged = of_concepts(tags, load_concepts(), shown(name), number) if tags else ()
    return preferring(tagged, read, {abs(tag.value) for tag in tags}) if tagged else read
