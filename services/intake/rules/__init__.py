"""What intake must keep, as it would be on paper: states, gates, clocks, numbers."""
