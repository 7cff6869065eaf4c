"""1. Calls a second and their latency: ours beside stock nameko, and our embedded bus."""

from tests.bench.beside import stock
from tests.bench.place import embedded, on_broker
from tests.bench.table import A_SECOND, MILLIS, Row, ratio, spread

COUNTS = {1: 400, 16: 1600}


def rows(host, options):
    """Each way in turn within a round, so that all see the same machine."""
    there, here = on_broker(host), embedded(host)
    with there.serving("left"), stock(host) as (ask_stock, _):
        ways = {"ours": there.ask, "stock": ask_stock, "embedded": here.ask}
        for at_once, count in COUNTS.items():
            words = ("calls", str(count), str(at_once))
            seen = {way: [] for way in ways}
            for _ in range(options.rounds):
                for way, ask in ways.items():
                    seen[way].append(ask(*words))
            yield from _said(at_once, seen)


def _said(at_once, seen):
    who = "1 caller" if at_once == 1 else f"{at_once} callers"
    for word, way in (("RabbitMQ", "ours"), ("embedded", "embedded")):
        for part, show in (("rate", A_SECOND), ("p50", MILLIS), ("p95", MILLIS)):
            mine, other = ([one[part] for one in seen[w]] for w in (way, "stock"))
            what = f"call, {who}, {word}: {part}"
            beside = f"stock nameko on RabbitMQ: {spread(other, show)}"
            yield Row(what, spread(mine, show), beside, ratio(mine, other))
