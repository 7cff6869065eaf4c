"""Every pod of every overlay keeps every rule, and every rule sees when it is broken."""

import pytest

from tests.unit.deploy import pod_rules as rules
from tests.unit.deploy.manifests import (
    OVERLAYS,
    component,
    name_of,
    pod,
    service_of,
    services,
    workloads,
)


@pytest.mark.parametrize("overlay", OVERLAYS)
@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_pod_keeps_the_rule(rule, overlay):
    wrong = {name_of(thing): rule(thing) for thing in workloads(overlay)}
    assert {name: said for name, said in wrong.items() if said} == {}


def first(thing):
    return pod(thing)["containers"][0]


def volume(thing, name):
    return next(v for v in pod(thing)["volumes"] if v["name"] == name)


SABOTAGE = [
    (rules.runs_as_nobody, lambda t: pod(t)["securityContext"].pop("runAsNonRoot")),
    (rules.runs_as_nobody, lambda t: pod(t)["securityContext"].update(runAsUser=0)),
    (rules.runs_as_nobody, lambda t: first(t)["securityContext"].update(runAsUser=0)),
    (rules.is_closed, lambda t: first(t)["securityContext"].pop("readOnlyRootFilesystem")),
    (rules.is_closed, lambda t: first(t)["securityContext"].pop("allowPrivilegeEscalation")),
    (rules.is_closed, lambda t: first(t)["securityContext"]["capabilities"].update(add=["KILL"])),
    (rules.is_confined, lambda t: pod(t)["securityContext"].pop("seccompProfile")),
    (rules.is_confined, lambda t: pod(t).pop("automountServiceAccountToken")),
    (rules.is_confined, lambda t: pod(t).update(hostNetwork=True)),
    (rules.is_confined, lambda t: pod(t)["volumes"].append({"name": "x", "hostPath": {}})),
    (rules.says_what_it_needs, lambda t: first(t)["resources"]["requests"].pop("cpu")),
    (rules.says_what_it_needs, lambda t: first(t)["resources"].pop("limits")),
    (rules.is_watched, lambda t: first(t).pop("startupProbe")),
    (rules.is_watched, lambda t: first(t)["livenessProbe"]["httpGet"].update(path="/readyz")),
    (rules.may_end_its_work, lambda t: pod(t).update(terminationGracePeriodSeconds=60)),
    (rules.may_end_its_work, lambda t: pod(t).pop("terminationGracePeriodSeconds")),
    (rules.carries_no_secret_value, lambda t: first(t).update(env=[{"name": "X", "value": "y"}])),
    (rules.carries_no_secret_value, lambda t: first(t)["envFrom"].append({"secretRef": {}})),
    (
        rules.reads_only_its_own_password,
        lambda t: volume(t, "secrets")["secret"].update(secretName="tiaojie-operator"),
    ),
    (
        rules.holds_no_private_key,
        lambda t: volume(t, "keys").update(secret={"secretName": "tiaojie-operator"}),
    ),
    (rules.writes_where_it_may, lambda t: [m.pop("readOnly", 0) for m in first(t)["volumeMounts"]]),
]


@pytest.mark.parametrize(("rule", "spoil"), SABOTAGE)
def test_rule_sees_when_it_is_broken(rule, spoil):
    thing = services("county")[0]
    assert rule(thing) == []
    spoil(thing)
    assert rule(thing) != []


def test_every_rule_is_broken_once():
    assert {rule for rule, _ in SABOTAGE} == set(rules.RULES)


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_pod_has_the_parts_of_one_of_ours(overlay):
    for thing in workloads(overlay):
        assert {v["name"] for v in pod(thing)["volumes"]} >= {"data", "scratch", "secrets", "keys"}
        assert [c["name"] for c in pod(thing)["containers"]] == ["tiaojie"], name_of(thing)


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_replicas_spread_over_hosts_and_zones(overlay):
    for thing in services(overlay):
        spread = {
            (one["topologyKey"], one["labelSelector"]["matchLabels"]["app.kubernetes.io/name"])
            for one in pod(thing)["topologySpreadConstraints"]
        }
        name = service_of(thing).replace("_", "-")
        keys = ("kubernetes.io/hostname", "topology.kubernetes.io/zone")
        assert spread == {(key, name) for key in keys}


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_the_operator_sleeps_until_it_is_called(overlay):
    (operator,) = [t for t in workloads(overlay) if component(t) == "operator"]
    assert operator["spec"]["replicas"] == 0
