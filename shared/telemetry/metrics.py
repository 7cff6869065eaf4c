"""Prometheus metrics of the process, the edge and the ledger.

Labels are codes of the suite (service, source, verb, kind, outcome), so their number is bounded;
no id of a case or a person is ever a label. Counters and histograms are moved where the thing
happens; gauges are set by a sampling loop (`shared/bus/sampling.py`), never in a hot path.
"""

from prometheus_client import Counter, Gauge, Histogram

HUB_BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)
SEAL_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)

# calls
VERBS = Counter("tiaojie_verbs_total", "Verbs answered, by outcome", ["service", "verb", "outcome"])
VERB_SECONDS = Histogram("tiaojie_verb_seconds", "Time from arrival to answer", ["service", "verb"])
CALLS = Counter(
    "tiaojie_calls_total", "Calls made by a service, by outcome", ["service", "target", "outcome"]
)
RECONNECTS = Counter("tiaojie_reconnects_total", "Links to the bus made again after a loss")

# journal, cursors, jobs
SEALED = Counter("tiaojie_entries_sealed_total", "Journal entries sealed", ["service"])
SEAL_SECONDS = Histogram("tiaojie_seal_seconds", "Time of one sealing pass", buckets=SEAL_BUCKETS)
HEAD = Gauge("tiaojie_journal_head", "Last sealed place of the journal", ["service"])
UNSEALED = Gauge("tiaojie_unsealed_entries", "Committed entries without a place", ["service"])
APPLIED = Counter(
    "tiaojie_entries_applied_total", "Entries of others applied", ["service", "source"]
)
LAG = Gauge("tiaojie_cursor_lag_entries", "Entries not applied yet", ["service", "source"])
LAG_SECONDS = Gauge(
    "tiaojie_cursor_lag_seconds", "Age of the oldest entry not applied yet", ["service", "source"]
)
DIVERGED = Gauge(
    "tiaojie_cursor_diverged",
    "1 where the source's journal is another one than was read",
    ["service", "source"],
)
SOURCE_ABSENT = Gauge(
    "tiaojie_source_absent", "1 where a followed source does not answer", ["service", "source"]
)
PARKED = Gauge(
    "tiaojie_parked_entries",
    "Entries put aside: parked (failed), waiting (somebody is away), behind (an earlier one waits)",
    ["service", "source", "state"],
)
JOBS = Counter("tiaojie_jobs_total", "Jobs run, by outcome", ["service", "kind", "outcome"])
JOBS_DUE = Gauge("tiaojie_jobs_due", "Open jobs whose time has come", ["service"])
JOBS_RETRYING = Gauge(
    "tiaojie_jobs_retrying", "Due jobs that failed or waited at least once", ["service"]
)

# process
CHECK_OK = Gauge("tiaojie_check_ok", "1 where a check of /readyz passes", ["service", "check"])
HUB_LAG = Histogram(
    "tiaojie_hub_lag_seconds", "How late a tick of the hub came", buckets=HUB_BUCKETS
)
CONNECTIONS = Gauge("tiaojie_database_connections", "Pooled connections in use", ["service"])
CONNECTIONS_LIMIT = Gauge("tiaojie_database_connections_limit", "Size of the pool", ["service"])
DISK_FREE = Gauge("tiaojie_disk_free_bytes", "Free space where the data folder lies")
DISK_SIZE = Gauge("tiaojie_disk_size_bytes", "Size of the file system of the data folder")
BUILD = Gauge("tiaojie_build_info", "1; the version that runs", ["version"])
