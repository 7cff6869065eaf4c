"""Registry's steps: decide → commit; it asks nobody."""
