"""Intake (受理) owns the case up to its hand-over: parties, consents, triage, number, mediator."""
