"""The tree of errors. Each message is one line that names the place, what was found and what to do."""

from __future__ import annotations

from collections.abc import Iterable


class AuditorError(Exception):
    """Anything that stops an audit; the command line prints it as one line and exits with status 2."""


class ReadingError(AuditorError):
    """A file that cannot be read as a release."""


class NoReleaseError(ReadingError):
    """A file that holds something else than a release: a picture, another filing, nothing."""


class RuleError(AuditorError):
    """A rule file or a vocabulary file with a fault, as `path:line:column: what, did you mean …?`."""


class SettingsError(AuditorError):
    """Settings or options that cannot be used."""


def unreadable(name: str, fault: OSError | ValueError) -> str:
    """The line about a file that cannot be opened, or that is no text where a text is expected."""
    match fault:
        case FileNotFoundError():
            return f"{name}: no such file"
        case IsADirectoryError():
            return f"{name}: this is a folder, where a file is expected"
        case PermissionError():
            return f"{name}: no permission to read this file"
        case UnicodeDecodeError():
            return f"{name}: not UTF-8 text"
        case _:
            return f"{name}: cannot be read ({getattr(fault, 'strerror', None) or fault})"


def suggestion(word: str, known: Iterable[str]) -> str:
    """`, did you mean “…”?` when a known word is close, else nothing."""
    from difflib import get_close_matches  # few runs make a mistake

    near = get_close_matches(word, list(known), 1)
    return f", did you mean “{near[0]}”?" if near else ""
