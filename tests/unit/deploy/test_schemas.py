"""Every object fits the published schema of its kind; what a cluster adds (KEDA, Prometheus), the
schemas beside this file.
"""

from pathlib import Path

import jsonschema
import kubernetes_validate
import pytest
import yaml

from tests.unit.deploy.manifests import OVERLAYS, name_of, objects

NEWEST, OLDEST = "1.37", "1.31"  # unhealthyPodEvictionPolicy is of 1.31
ADDED = yaml.safe_load(Path(__file__).with_name("added_kinds.yaml").read_text("utf-8"))


def check(thing, version=NEWEST):
    """Raises for a field that does not exist, is missing or of the wrong type."""
    if thing["kind"] in ADDED:
        jsonschema.validate(thing, ADDED[thing["kind"]])
    else:
        kubernetes_validate.validate(thing, version, strict=True)


@pytest.mark.parametrize("version", [NEWEST, OLDEST])
@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_object_fits_its_schema(overlay, version):
    for thing in objects(overlay):
        check(thing, version)


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_no_object_stands_twice_and_all_have_their_place(overlay):
    every = objects(overlay)
    names = [name_of(thing) for thing in every]
    assert len(set(names)) == len(names)
    places = {thing["metadata"].get("namespace") for thing in every if thing["kind"] != "Namespace"}
    assert places == {"tiaojie"}


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("Deployment", lambda t: t["spec"].update(replica=1)),
        ("Deployment", lambda t: t["spec"].pop("selector")),
        ("Job", lambda t: t["spec"].update(backoffLimit="six")),
        ("NetworkPolicy", lambda t: t["spec"].update(egres=[])),
        ("ScaledObject", lambda t: t["spec"]["triggers"][0]["metadata"].update(value=20)),
        ("ScaledObject", lambda t: t["spec"].update(minReplicas=2)),
        ("TriggerAuthentication", lambda t: t["spec"]["secretTargetRef"][0].pop("key")),
        ("PodMonitor", lambda t: t["spec"].update(podMetricsEndpoint=[])),
    ],
)
def test_a_spoilt_object_is_seen(kind, spoil):
    thing = objects("province", kind)[0]
    check(thing)
    spoil(thing)
    with pytest.raises(jsonschema.ValidationError):
        check(thing)
