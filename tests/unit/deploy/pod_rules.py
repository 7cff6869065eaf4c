"""The rules for every pod of ours: each takes a Deployment or Job, and lists what is wrong."""

from tests.unit.deploy.calls import least_grace
from tests.unit.deploy.manifests import component, pod

PROBES = {"startupProbe": "/livez", "livenessProbe": "/livez", "readinessProbe": "/readyz"}


def containers(thing):
    return [*pod(thing)["containers"], *pod(thing).get("initContainers", [])]


def runs_as_nobody(thing):
    said = pod(thing).get("securityContext", {})
    wanted = (said.get("runAsNonRoot"), said.get("runAsUser", 0) > 0)
    own = [c for c in containers(thing) if c.get("securityContext", {}).get("runAsUser") == 0]
    return [] if wanted == (True, True) and not own else ["may run as root"]


def is_closed(thing):
    wrong = []
    for one in containers(thing):
        said = one.get("securityContext", {})
        if said.get("readOnlyRootFilesystem") is not True:
            wrong.append("its root file system can be written")
        if said.get("allowPrivilegeEscalation") is not False:
            wrong.append("it may gain privileges")
        if said.get("capabilities") != {"drop": ["ALL"]}:
            wrong.append("it keeps capabilities")
    return wrong


def is_confined(thing):
    said = pod(thing)
    wrong = []
    if said.get("securityContext", {}).get("seccompProfile") != {"type": "RuntimeDefault"}:
        wrong.append("no seccomp profile")
    if said.get("automountServiceAccountToken") is not False:
        wrong.append("it gets a token of the Kubernetes API")
    if any(said.get(one) for one in ("hostNetwork", "hostPID", "hostIPC")):
        wrong.append("it shares a name space with its host")
    wrong += ["it mounts a folder of its host" for v in said["volumes"] if "hostPath" in v]
    return wrong


def says_what_it_needs(thing):
    wanted = [("requests", "cpu"), ("requests", "memory"), ("limits", "memory")]
    return [
        f"no {what} {of}"
        for one in containers(thing)
        for what, of in wanted
        if of not in one.get("resources", {}).get(what, {})
    ]


def is_watched(thing):
    if component(thing) != "service":
        return []
    (one,) = containers(thing)
    found = {p: one[p]["httpGet"] for p in PROBES if "httpGet" in one.get(p, {})}
    wanted = {p: {"path": path, "port": "probes"} for p, path in PROBES.items()}
    ports = {port["name"]: port["containerPort"] for port in one.get("ports", [])}
    return [] if found == wanted and ports == {"probes": 8081} else [f"watched by {found}"]


def may_end_its_work(thing):
    if component(thing) != "service":
        return []
    grace = pod(thing).get("terminationGracePeriodSeconds", 30)
    return [] if grace > least_grace() else [f"killed after {grace} s"]


def carries_no_secret_value(thing):
    wrong = []
    for one in containers(thing):
        wrong += [f"{e['name']} stands in the manifest" for e in one.get("env", [])]
        wrong += ["a secret as environment" for e in one.get("envFrom", []) if "secretRef" in e]
    return wrong


def reads_only_its_own_password(thing):
    """Of the password files in its reach, none belongs to another."""
    given = {v["name"]: v for v in pod(thing)["volumes"]}["secrets"]
    one = {
        "service": lambda: given["secret"]["secretName"] == f"tiaojie-{thing['metadata']['name']}",
        "db-upgrade": lambda: (
            [i["key"] for i in given["secret"]["items"]]
            == [f"database.{containers(thing)[0]['args'][2]}"]
        ),
        "operator": lambda: given["secret"]["secretName"] == "tiaojie-operator",
        "broker-setup": lambda: all(_bus_only(s["secret"]) for s in given["projected"]["sources"]),
    }
    return [] if one[component(thing)]() else ["it reads passwords of others"]


def _bus_only(source):
    return all(item["key"].startswith("bus.") for item in source["items"])


def holds_no_private_key(thing):
    """The key that speaks for persons is the operator's alone."""
    if component(thing) == "operator":
        return []
    keys = {v["name"]: v for v in pod(thing)["volumes"]}["keys"]
    return [] if keys.get("secret", {}).get("secretName") == "tiaojie-keys" else ["holds more keys"]


def writes_where_it_may(thing):
    """Data and scratch alone; passwords and keys are mounted to be read."""
    written = {
        mount["mountPath"]
        for one in containers(thing)
        for mount in one["volumeMounts"]
        if not mount.get("readOnly")
    }
    allowed = {"/var/lib/tiaojie", "/tmp", "/var/lib/tiaojie/objects"}  # noqa: S108 - a pod's own
    return [] if written <= allowed else [f"writes to {sorted(written - allowed)}"]


RULES = (
    runs_as_nobody,
    is_closed,
    is_confined,
    says_what_it_needs,
    is_watched,
    may_end_its_work,
    carries_no_secret_value,
    reads_only_its_own_password,
    holds_no_private_key,
    writes_where_it_may,
)
