"""The archive's own migration branch."""
