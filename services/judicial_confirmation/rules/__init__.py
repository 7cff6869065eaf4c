"""What judicial confirmation must keep, as it would be on paper."""
