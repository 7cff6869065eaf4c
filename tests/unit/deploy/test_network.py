"""Who may reach whom, computed from the NetworkPolicies as a cluster would."""

import pytest

from tests.unit.deploy.manifests import OVERLAYS, component, name_of, objects, workloads

NAMES = {("kube-system", "UDP", 53), ("kube-system", "TCP", 53)}
BROKER, MANAGEMENT = ("rabbitmq", "TCP", 5672), ("rabbitmq", "TCP", 15672)
DATABASE = ("postgresql", "TCP", 5432)
OUT = {
    "service": NAMES | {BROKER, DATABASE},
    "db-upgrade": NAMES | {DATABASE},
    "broker-setup": NAMES | {BROKER, MANAGEMENT},
    "operator": NAMES | {BROKER, MANAGEMENT},
}
IN = {"service": {("monitoring", "TCP", "probes")}}


def selects(policy, labels):
    selector = policy["spec"]["podSelector"]
    equal = selector.get("matchLabels", {}).items() <= labels.items()
    listed = [labels.get(e["key"]) in e["values"] for e in selector.get("matchExpressions", [])]
    return equal and all(listed)


def reached(policies, direction, side):
    """(namespace, protocol, port) that these open; a rule without peer or port opens all."""
    return {
        (peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"], *where)
        for policy in policies
        for rule in policy["spec"].get(direction, [])
        for peer in rule[side]
        for where in [(port["protocol"], port["port"]) for port in rule["ports"]]
    }


def open_to(overlay, thing):
    labels = thing["spec"]["template"]["metadata"]["labels"]
    mine = [p for p in objects(overlay, "NetworkPolicy") if selects(p, labels)]
    closed = {one for policy in mine for one in policy["spec"]["policyTypes"]}
    assert closed == {"Ingress", "Egress"}, name_of(thing)
    return reached(mine, "egress", "to"), reached(mine, "ingress", "from")


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_a_pod_reaches_what_it_needs_and_no_more(overlay):
    for thing in workloads(overlay):
        kind = component(thing)
        assert open_to(overlay, thing) == (OUT[kind], IN.get(kind, set())), name_of(thing)


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_nothing_is_open_unless_it_is_said(overlay):
    (deny,) = [
        p for p in objects(overlay, "NetworkPolicy") if not p["spec"].keys() & {"egress", "ingress"}
    ]
    assert deny["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
