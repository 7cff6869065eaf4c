"""What an overlay holds: its services whole, one autoscaler each, known settings, no secret."""

import shutil
from dataclasses import fields

import pytest
import yaml

from shared.settings.site import SiteSettings
from tests.unit.deploy import pod_rules
from tests.unit.deploy.manifests import (
    K8S,
    OVERLAYS,
    can_render,
    committed,
    component,
    name_of,
    objects,
    of_kind,
    pod,
    render,
    service_of,
    services,
)
from tiaojie.services import ORDER

TWINS = {f"TIAOJIE_{field.name.upper()}" for field in fields(SiteSettings)}
NEEDED = {"DATA", "DATABASE", "BUS", "SECRETS", "KEYS", "PROBES", "DIVISION"}
needs_kubectl = pytest.mark.skipif(not can_render(), reason="no kubectl that knows kustomize 5")


@needs_kubectl
@pytest.mark.parametrize("overlay", OVERLAYS)
def test_the_committed_render_is_fresh(overlay):
    assert render(K8S / "overlays" / overlay) == committed(overlay), "run make manifests"


def test_every_overlay_and_no_other_is_rendered():
    assert sorted(p.stem for p in (K8S / "rendered").glob("*.yaml")) == sorted(OVERLAYS)
    assert sorted(p.name for p in (K8S / "overlays").iterdir()) == sorted(OVERLAYS)


def test_every_service_has_a_component():
    assert {p.name for p in (K8S / "components").iterdir()} == {*ORDER, "operator"}


@pytest.mark.parametrize(
    ("overlay", "wanted"),
    [
        ("county", set(ORDER)),
        ("province", set(ORDER)),
        ("hospital", {"document_archive", "mediation_session"}),
    ],
)
def test_overlay_runs_its_services(overlay, wanted):
    assert {service_of(one) for one in services(overlay)} == wanted


def whole(every, service):
    """What belongs to one service among these objects."""
    name = service.replace("_", "-")
    return {one["kind"] for one in every if one["metadata"]["name"] in (name, f"db-upgrade-{name}")}


@needs_kubectl
@pytest.mark.parametrize("service", ORDER)
def test_any_service_alone_renders_whole(service, tmp_path):
    tree = tmp_path / "k8s"
    shutil.copytree(K8S, tree)
    (tree / "overlays/one").mkdir()
    (tree / "overlays/one/kustomization.yaml").write_text(
        f"namespace: tiaojie\nresources: [../../base]\ncomponents: [../../components/{service}]\n",
        "utf-8",
    )
    every = list(yaml.safe_load_all(render(tree / "overlays/one")))
    scaled = set() if service == "document_archive" else {"HorizontalPodAutoscaler"}
    assert whole(every, service) == {"Deployment", "PodDisruptionBudget", "Job"} | scaled
    pods = of_kind(every, "Deployment", "Job")
    assert len(pods) == 3  # the service, its upgrade, the broker's set-up
    assert [rule(thing) for thing in pods for rule in pod_rules.RULES if rule(thing)] == []


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_settings_are_those_that_exist(overlay):
    (site,) = objects(overlay, "ConfigMap")
    given = {name for name, value in site["data"].items() if value}
    assert given - TWINS == set()
    assert {f"TIAOJIE_{name}" for name in NEEDED} - given == set()
    assert {one for thing in services(overlay) for one in _settings_of(thing)} == {
        site["metadata"]["name"]
    }


def _settings_of(thing):
    return [e["configMapRef"]["name"] for c in pod(thing)["containers"] for e in c["envFrom"]]


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_no_secret_is_committed(overlay):
    assert objects(overlay, "Secret") == []
    (site,) = objects(overlay, "ConfigMap")
    for name in ("BUS", "ADMIN"):
        assert "@" not in site["data"][f"TIAOJIE_{name}"]
    assert site["data"]["TIAOJIE_DATABASE"].partition("//")[2].startswith("{service}@")


def scalers(overlay):
    """Deployment → the kinds of what scales it."""
    found = {}
    for one in objects(overlay, "HorizontalPodAutoscaler", "ScaledObject"):
        found.setdefault(one["spec"]["scaleTargetRef"]["name"], []).append(one["kind"])
    return found


def test_a_county_scales_by_the_processor():
    names = {s.replace("_", "-") for s in ORDER} - {"document-archive"}
    assert scalers("county") == {name: ["HorizontalPodAutoscaler"] for name in names}


def test_a_province_scales_by_the_calls_that_wait():
    assert scalers("province") == {s.replace("_", "-"): ["ScaledObject"] for s in ORDER}
    for one in objects("province", "ScaledObject"):
        queue = next(t for t in one["spec"]["triggers"] if t["type"] == "rabbitmq")["metadata"]
        assert queue["queueName"] == f"verbs.{one['metadata']['name'].replace('-', '_')}"
        assert one["spec"]["minReplicaCount"] >= 2


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_who_is_scaled_names_no_number_of_replicas(overlay):
    scaled = scalers(overlay)
    said = {one["metadata"]["name"] for one in services(overlay) if "replicas" in one["spec"]}
    assert said & set(scaled) == set()
    assert said | set(scaled) == {one["metadata"]["name"] for one in services(overlay)}


@pytest.mark.parametrize(
    ("overlay", "mode", "replicas", "strategy"),
    [
        ("county", "ReadWriteOnce", 1, "Recreate"),
        ("hospital", "ReadWriteOnce", 1, "Recreate"),
        ("province", "ReadWriteMany", None, "RollingUpdate"),
    ],
)
def test_the_archive_has_copies_only_on_a_volume_for_many(overlay, mode, replicas, strategy):
    (claim,) = objects(overlay, "PersistentVolumeClaim")
    (archive,) = [one for one in services(overlay) if service_of(one) == "document_archive"]
    found = (claim["spec"]["accessModes"], archive["spec"].get("replicas"))
    assert (*found, archive["spec"]["strategy"]["type"]) == ([mode], replicas, strategy)
    volume = {"name": "objects", "persistentVolumeClaim": {"claimName": "objects"}}
    mount = {"name": "objects", "mountPath": "/var/lib/tiaojie/objects"}
    assert volume in pod(archive)["volumes"]
    assert mount in pod(archive)["containers"][0]["volumeMounts"]


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_a_drain_of_a_node_leaves_copies(overlay):
    budgets = {
        one["metadata"]["name"]: one["spec"] for one in objects(overlay, "PodDisruptionBudget")
    }
    assert set(budgets) == {one["metadata"]["name"] for one in services(overlay)}
    for name, spec in budgets.items():
        assert spec["maxUnavailable"] == 1
        assert spec["selector"]["matchLabels"]["app.kubernetes.io/name"] == name


@pytest.mark.parametrize("overlay", OVERLAYS)
def test_every_database_is_upgraded_by_a_job_of_its_own(overlay):
    jobs = {name_of(j): pod(j)["containers"][0]["args"] for j in objects(overlay, "Job")}
    wanted = {service_of(one) for one in services(overlay)}
    upgrades = {f"Job/db-upgrade-{s.replace('_', '-')}": ["db", "upgrade", s] for s in wanted}
    assert jobs == {**upgrades, "Job/broker-setup": ["broker", "setup"]}


def test_metrics_are_scraped_from_services_alone():
    (monitor,) = objects("province", "PodMonitor")
    wanted = monitor["spec"]["selector"]["matchLabels"]
    assert wanted[monitor["spec"]["jobLabel"]] == "tiaojie"
    for thing in objects("province", "Deployment"):
        labels = thing["spec"]["template"]["metadata"]["labels"]
        matches = wanted.items() <= labels.items()
        assert matches == (component(thing) == "service"), name_of(thing)
