"""Rules and dashboards name metrics and labels that there are."""

import json
import re
from pathlib import Path

import pytest
import yaml
from prometheus_client import REGISTRY
from prometheus_client.metrics import MetricWrapperBase

from shared.telemetry import metrics

FOLDER = Path(__file__).parents[3] / "deploy" / "monitoring"
OURS = [m for m in vars(metrics).values() if isinstance(m, MetricWrapperBase)]
SUFFIXES = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_sum", "_count")}
LABELS = {m._name + s: {*m._labelnames} for m in OURS for s in SUFFIXES[m._type]}
PROCESS = {sample.name for family in REGISTRY.collect() for sample in family.samples}
OTHERS = {
    "up",
    "rabbitmq_alarms_memory_used_watermark",
    "rabbitmq_alarms_free_disk_space_watermark",
}
NAMED = re.compile(r"\b(?:tiaojie|process|rabbitmq)_[a-z_]+\b|\bup\b")
SELECTOR = re.compile(r"(tiaojie_[a-z_]+)\{([^}]*)\}")
TARGET = {"instance", "job", "le"}  # labels that Prometheus and histograms add


def rules():
    for group in yaml.safe_load((FOLDER / "alerts.yaml").read_text("utf-8"))["groups"]:
        for rule in group["rules"]:
            yield rule["alert"], rule["expr"]


def panels():
    for panel in json.loads((FOLDER / "suite.json").read_text("utf-8"))["panels"]:
        for target in panel["targets"]:
            yield panel["title"], target["expr"]


EVERY = [*rules(), *panels()]


@pytest.mark.parametrize(("name", "query"), EVERY, ids=[name for name, _ in EVERY])
def test_query_names_metrics_that_there_are(name, query):
    known = {*LABELS, *PROCESS, *OTHERS}
    assert set(NAMED.findall(query)) - known == set(), name


@pytest.mark.parametrize(("name", "query"), EVERY, ids=[name for name, _ in EVERY])
def test_query_selects_by_labels_that_there_are(name, query):
    for metric, selector in SELECTOR.findall(query):
        used = set(re.findall(r"(\w+)\s*[=!]", selector))
        assert used - LABELS[metric] - TARGET == set(), name


def test_what_is_measured_is_shown_somewhere():
    shown = {name for _, query in EVERY for name in NAMED.findall(query)}
    unseen = [m._name for m in OURS if not {m._name + s for s in SUFFIXES[m._type]} & shown]
    assert unseen == []


def test_panels_do_not_lie_over_each_other():
    board = json.loads((FOLDER / "suite.json").read_text("utf-8"))
    taken = [
        (x, y)
        for panel in board["panels"]
        for place in [panel["gridPos"]]
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]
    assert len(taken) == len(set(taken))
    assert max(x for x, _ in taken) < 24
    assert len({panel["id"] for panel in board["panels"]}) == len(board["panels"])
