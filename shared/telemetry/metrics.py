"""Prometheus metrics of the edge and the ledger; labels are codes, so their number is bounded."""

from prometheus_client import Counter, Gauge, Histogram

VERBS = Counter("tiaojie_verbs_total", "Verbs answered, by outcome", ["service", "verb", "outcome"])
VERB_SECONDS = Histogram("tiaojie_verb_seconds", "Time from arrival to answer", ["service", "verb"])
SEALED = Counter("tiaojie_entries_sealed_total", "Journal entries sealed", ["service"])
APPLIED = Counter(
    "tiaojie_entries_applied_total", "Entries of others applied", ["service", "source"]
)
PARKED = Gauge("tiaojie_parked_subjects", "Subjects parked or waiting", ["service", "source"])
JOBS = Counter("tiaojie_jobs_total", "Jobs run, by outcome", ["service", "kind", "outcome"])
