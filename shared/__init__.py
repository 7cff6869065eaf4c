"""What every service stands on: a closed list of rooms (design.md §4), none knowing a service."""

import os

# psycopg reads this at import; without it a query under eventlet stops the whole process.
os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")  # noqa: TID251 - before settings
