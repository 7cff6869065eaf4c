"""What a bare host runs for the suite: a broker, databases, one process a service."""
