"""4. Memory and CPU of every process of a whole site, idle and at 20 commands a second, beside a
stock nameko service that does nothing.
"""

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic

import eventlet

from shared.access.principal import Principal
from tests.bench.beside import stock
from tests.bench.table import Row
from tiaojie import services
from tiaojie.demo.fleet import boarded, processes
from tiaojie.demo.scene import set_the_scene
from tiaojie.host.supervisor import children_of

VILLAGE = "220122100207"
GRID_WORKER = Principal("grid_worker", "g-shilibu", (VILLAGE,))
RATE, WORKERS, SETTLE_S = 20, 8, 5
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Weight:
    """MiB resident, MiB with shared pages counted in parts, per cent of a core."""

    rss: float
    pss: float
    cpu: float

    def __str__(self):
        return f"RSS {self.rss:.0f} MiB, PSS {self.pss:.0f} MiB, CPU {self.cpu:.1f} %"

    def __add__(self, other):
        return Weight(self.rss + other.rss, self.pss + other.pss, self.cpu + other.cpu)


def family(pid):
    """A process and its children, theirs too."""
    yield pid
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in file.read_text().split():
            yield from family(int(child))


def ticks(pid):
    """CPU time of one process so far."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(after_name[11]) + int(after_name[12])


def memory(pid):
    """(RSS, PSS) in MiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    kib = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return kib["Rss"] / 1024, kib["Pss"] / 1024


def weighed(pids, span_s):
    """The weight of each named family over a span; processes that come and go are left out."""
    families = {name: tuple(family(pid)) for name, pid in pids.items()}
    before = {pid: ticks(pid) for every in families.values() for pid in every}
    begun = monotonic()
    eventlet.sleep(span_s)
    share = 100 / TICKS / (monotonic() - begun)
    return {
        name: sum((_weight(p, before[p], share) for p in every), Weight(0, 0, 0))
        for name, every in families.items()
    }


def _weight(pid, before, share):
    try:
        return Weight(*memory(pid), (ticks(pid) - before) * share)
    except (FileNotFoundError, ProcessLookupError):  # it has ended
        return Weight(0, 0, 0)


class Load:
    """Grid workers at a steady pace: report, grade, hand over."""

    def __init__(self, fleet):
        self.fleet, self.over, self.numbers, self.answered = fleet, False, count(1), 0
        self.workers = [eventlet.spawn(self.work, n / RATE) for n in range(WORKERS)]

    def work(self, offset):
        due = monotonic() + offset
        while not self.over:
            n = next(self.numbers)
            words = {"division": VILLAGE, "place": "一组", "text": f"第{n}件：两家为院墙吵了起来"}
            sides = [{"label": "张某家"}, {"label": "李某家"}]
            told = self.ask(due, "report_finding", f"r-{n}", {**words, "sides": sides})
            pace, finding = WORKERS / RATE, told["finding"]
            grade = {"finding": finding, "people_count": 2, "amount_fen": 0}
            self.ask(due + pace, "grade_finding", f"g-{n}", grade)
            over = {"finding": finding, "to_division": VILLAGE}
            self.ask(due + 2 * pace, "hand_over_finding", f"h-{n}", over)
            due += 3 * pace

    def ask(self, due, verb, id_, payload):
        eventlet.sleep(max(0, due - monotonic()))
        answer = self.fleet.people.call(
            "screening", verb, {**payload, "command_id": id_}, GRID_WORKER
        )
        self.answered += 1
        return answer

    def stop(self):
        self.over = True
        for worker in self.workers:
            worker.wait()


def rows(host, options):
    """The site idle, then loaded."""
    settings = host.settings(host.folder / "site", "footprint", division="220122000000")
    settings.data.mkdir()
    list(host.settle(settings))
    children = children_of(settings, services.ORDER)
    with processes(children), stock(host) as (_, plain), boarded(settings) as fleet:
        set_the_scene(fleet)
        eventlet.sleep(SETTLE_S)
        pids = {child.name.removesuffix("-1"): child.process.pid for child in children}
        servers = {"RabbitMQ": host.broker.pid, "PostgreSQL": host.postgres.pid()}
        pids |= {**servers, "stock": plain.process.pid}
        idle = weighed(pids, options.span)
        yield from _said("idle", idle)
        load, begun = Load(fleet), monotonic()
        eventlet.sleep(SETTLE_S)
        loaded = weighed(pids, options.span)
        rate = load.answered / (monotonic() - begun)
        load.stop()
        yield from _said(f"at {rate:.0f} commands/s", {**loaded, "stock": idle["stock"]})


def _said(state, weights):
    plain, weights = weights["stock"], {n: w for n, w in weights.items() if n != "stock"}
    ours = [weight for name, weight in weights.items() if name in services.ORDER]
    weights["all seven"] = sum(ours, Weight(0, 0, 0))
    for name, weight in weights.items():
        beside = f"stock nameko, idle: {plain}" if name in services.ORDER else "–"
        ratio = f"PSS {weight.pss / plain.pss:.2f}" if name in services.ORDER else "–"
        yield Row(f"{name}, {state}", str(weight), beside, ratio)
