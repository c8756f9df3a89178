"""Annotated copies of a document: each finding as a comment at the very number."""
