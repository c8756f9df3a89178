"""The exit statuses."""

FINE = 0  # nothing at or above --fail-on
FINDINGS = 1
BROKEN = 2  # the audit could not run: bad usage, an unreadable file, a broken rule
UNCOVERED = 3  # coverage below --min-coverage
INTERRUPTED = 130  # as shells report an interrupt and a closed pipe
CLOSED_PIPE = 141
