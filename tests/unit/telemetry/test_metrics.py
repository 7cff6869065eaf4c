"""Metrics have help, base units and bounded labels."""

import pytest
from prometheus_client.metrics import MetricWrapperBase

from shared.telemetry import metrics

EVERY = [m for m in vars(metrics).values() if isinstance(m, MetricWrapperBase)]
CODES = {"service", "source", "target", "verb", "kind", "outcome", "state", "check", "version"}


@pytest.mark.parametrize("metric", EVERY, ids=lambda m: m._name)
def test_metric_has_help_a_name_of_ours_and_codes_as_labels(metric):
    assert metric._documentation.strip()
    assert metric._name.startswith("tiaojie_")
    assert set(metric._labelnames) <= CODES


def test_they_are_as_many_as_we_know():
    assert len(EVERY) == len({m._name for m in EVERY}) == 24
