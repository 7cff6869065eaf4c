"""Supervision (监督指导) owns the read side: the Ministry's case columns, from events alone."""
