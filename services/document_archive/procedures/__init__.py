"""The archive's steps: ask → decide → commit. It asks nobody: whoever files sends the data."""
