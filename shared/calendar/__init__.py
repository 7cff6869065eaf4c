"""Days and periods of the law: the clock, working days, spans with pauses. Pure functions."""
