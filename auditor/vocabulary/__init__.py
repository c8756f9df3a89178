"""Measures by the names that people give them."""

from auditor.vocabulary.lexicon import Entry, Name, Vocabulary, names_in
from auditor.vocabulary.load import read_vocabulary

__all__ = ["Entry", "Name", "Vocabulary", "names_in", "read_vocabulary"]
