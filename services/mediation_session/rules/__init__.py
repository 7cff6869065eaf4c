"""What mediation must keep, as it would be on paper."""
