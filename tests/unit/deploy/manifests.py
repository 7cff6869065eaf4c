"""The manifests as a cluster would get them: rendered afresh where there is a kubectl that knows
how, else as they were committed.
"""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[3]
K8S = ROOT / "k8s"
OVERLAYS = ("county", "hospital", "province")
KUSTOMIZE = 5  # older ones do not know what we write


@cache
def can_render():
    if not shutil.which("kubectl"):
        return False
    said = subprocess.run(
        ["kubectl", "version", "--client", "-o", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    version = json.loads(said.stdout or "{}").get("kustomizeVersion", "v0")
    return int(version.lstrip("v").split(".")[0]) >= KUSTOMIZE


def render(folder):
    return subprocess.run(
        ["kubectl", "kustomize", str(folder)], capture_output=True, text=True, check=True
    ).stdout


def committed(overlay):
    return (K8S / f"rendered/{overlay}.yaml").read_text("utf-8")


@cache
def _text(overlay):
    return render(K8S / "overlays" / overlay) if can_render() else committed(overlay)


def objects(overlay, *kinds):
    """Its objects, of these kinds if any are named; each call gives fresh ones."""
    every = list(yaml.safe_load_all(_text(overlay)))
    return [o for o in every if not kinds or o["kind"] in kinds]


def of_kind(every, *kinds):
    return [o for o in every if o["kind"] in kinds]


def name_of(thing):
    return f"{thing['kind']}/{thing['metadata']['name']}"


def component(thing):
    return thing["spec"]["template"]["metadata"]["labels"]["app.kubernetes.io/component"]


def pod(thing):
    return thing["spec"]["template"]["spec"]


def workloads(overlay):
    return objects(overlay, "Deployment", "Job")


def services(overlay):
    return [o for o in objects(overlay, "Deployment") if component(o) == "service"]


def service_of(deployment):
    """The name on the bus of what a Deployment runs."""
    return pod(deployment)["containers"][0]["args"][1]
