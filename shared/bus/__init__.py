"""The only code that knows nameko and kombu: service base, verbs, subscriptions, jobs, client,
time limits, the embedded transport, the loopback door (design.md §5–9).
"""
