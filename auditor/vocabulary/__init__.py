"""Measures by the names that people give them."""

from auditor.vocabulary.lexicon import PER_SHARE_KEYS, Entry, Name, Vocabulary, Words, names_in
from auditor.vocabulary.load import read_vocabulary

__all__ = ["PER_SHARE_KEYS", "Entry", "Name", "Vocabulary", "Words", "names_in", "read_vocabulary"]
