"""Registry's own migration branch."""
