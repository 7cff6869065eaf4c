"""Screening (矛盾纠纷排查) owns plans, visits and the finding, from hearsay to a named end."""
