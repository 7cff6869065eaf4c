"""What the archive must keep, as it would be on paper: states, what is due, order, numbers."""
