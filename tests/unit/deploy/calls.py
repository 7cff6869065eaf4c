"""How long a process may need to end: the longest call of any contract, and the drain after it."""

from tiaojie import services

DRAIN_S = 30  # what is in flight is given this long before the process stops


def longest_call():
    """Seconds; over the verbs of all contracts."""
    return max(v.limit_s for s in services.ORDER for v in services.contract(s).verbs.values())


def least_grace():
    """Seconds that whoever stops a process must wait at least."""
    return longest_call() + DRAIN_S
