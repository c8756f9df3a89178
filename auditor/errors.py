"""The tree of errors. Each message is one line that names the place, what was found and what to do."""

from __future__ import annotations


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
