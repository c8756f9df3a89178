"""What keeps the repository's own files up to date."""
