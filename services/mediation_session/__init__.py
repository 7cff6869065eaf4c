"""Mediation sessions (调解) own the mediation with its clocks, and the agreement it leads to."""
