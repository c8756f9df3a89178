"""Measures by the names that people give them."""

from auditor.vocabulary.load import read_vocabulary
from auditor.vocabulary.vocabulary import PER_SHARE_KEYS, Entry, Name, Vocabulary, Words, names_in

__all__ = ["PER_SHARE_KEYS", "Entry", "Name", "Vocabulary", "Words", "names_in", "read_vocabulary"]
