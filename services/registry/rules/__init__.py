"""What registry must keep, as it would be on paper."""
