"""What the suite says about itself: JSON logs and Prometheus metrics, without personal data."""
