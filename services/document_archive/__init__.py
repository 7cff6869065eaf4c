"""Owns documents, evidence and the volume (卷): filed, checked, closed, archived."""
