"""2. Commands a second, and the time until the follower, which asks for each, has applied them."""

from tests.bench.place import embedded, on_broker
from tests.bench.table import A_SECOND, MILLIS, SECONDS, Row, ratio, spread

COUNT, AT_ONCE = 600, 16
PARTS = (
    ("rate", "commands", A_SECOND),
    ("p50", "p50", MILLIS),
    ("p95", "p95", MILLIS),
    ("applied", "commands made and applied", A_SECOND),
    ("after", "last answer → last applied", SECONDS),
)


def rows(host, options):
    """PostgreSQL over RabbitMQ, beside SQLite in one process."""
    there, here = on_broker(host), embedded(host)
    seen = {there.word: [], here.word: []}
    with there.serving("left", "right"):
        for _ in range(options.rounds):
            for place in (there, here):
                seen[place.word].append(place.ask("commands", str(COUNT), str(AT_ONCE)))
    for part, word, show in PARTS:
        mine, other = ([one[part] for one in seen[p.word]] for p in (there, here))
        what = f"{COUNT} commands, {AT_ONCE} at once, {there.word}: {word}"
        beside = f"{here.word}: {spread(other, show)}"
        yield Row(what, spread(mine, show), beside, ratio(mine, other))
