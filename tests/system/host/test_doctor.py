"""The doctor on a whole site: RabbitMQ, PostgreSQL, services in processes; each thing that is
broken here gets its code, and is mended again.
"""

import json
import subprocess
import sys
from contextlib import contextmanager
from time import monotonic, sleep

import amqp
import pytest
from click.testing import CliRunner
from private_broker import a_host

from shared.ledger.database import Database
from shared.settings.site import FILE, environment_of, written
from tests.system.cli.shell import answer, cli
from tiaojie import services
from tiaojie.cli.service import service as service_command
from tiaojie.doctor.asked import Asked
from tiaojie.doctor.examine import examine
from tiaojie.member import answering, front

APART = "intake"  # in a process of its own, so that it can be stopped alone
REST = tuple(name for name in services.ORDER if name != APART)
PATIENCE_S = 60


class Site:
    """A site of a bare host, and its processes."""

    def __init__(self, host, settings):
        self.host, self.settings, self.processes = host, settings, {}

    def run(self, *names):
        command = [sys.executable, "-m", "tiaojie", "run", *names]
        log = (self.settings.data / "log.txt").open("ab")
        environment = environment_of(self.settings)
        self.processes[names] = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        log.close()
        with front(self.settings) as people:
            list(answering(people, names, PATIENCE_S))

    def stop(self, *names):
        process = self.processes.pop(names)
        process.terminate()
        assert process.wait(PATIENCE_S) == 0

    def wrong(self, *names, **options):
        asked = Asked(self.settings, names or services.ORDER, **options)
        findings = [f for f in examine(asked) if f.severity != "ok"]
        return [(f.code, f.about) for f in findings if not f.code.startswith("disk")]

    @property
    def api(self):
        return self.host.broker.management()

    def settle(self):
        return list(self.host.settle(self.settings))

    def tell(self, service, statement, *values):
        database = Database(self.settings.database_of(service))
        with database.transaction() as connection:
            connection.exec_driver_sql(statement, values)
        database.close()

    @contextmanager
    def bells(self, user):
        """A channel of a service."""
        where = {"virtual_host": "tiaojie"}
        password = self.settings.password_of("bus", user)
        at = f"127.0.0.1:{self.host.broker.place.amqp}"
        with amqp.Connection(at, user, password, **where) as link:
            yield link.channel()


def until(look):
    """What comes true a moment later."""
    end = monotonic() + PATIENCE_S
    while not look():
        assert monotonic() < end
        sleep(0.2)


@pytest.fixture(scope="module")
def site():
    with a_host() as host:
        settings = host.settings(host.folder)
        there = Site(host, settings)
        try:
            there.settle()
            (settings.data / FILE).write_text(written(settings), "utf-8")
            there.run(*REST)
            there.run(APART)
            yield there
        finally:
            for process in there.processes.values():
                process.kill()
                process.wait()


def test_site_that_is_up_is_well(site):
    assert site.wrong() == []
    shown = answer(cli(site.settings.data, "doctor", "--json"))
    codes = [f["code"] for f in shown["findings"] if not f["code"].startswith("disk")]
    assert codes == [
        *["version"] * 2,
        "keys_there",
        "databases_ok",
        *("version", "clock_same"),
        "ledgers_ok",
        "services_ok",
        "broker_ours",
        *["version"] * 2,
        "broker_calm",
        "clock_same",
        "broker_settled",
        "queues_ok",
    ]


def test_doctor_changes_nothing_on_the_broker(site):
    site.api.delete("policies", "tiaojie", "replies")
    assert site.wrong() == [("broker_differs", "新增 策略 replies")]
    assert site.wrong() == [("broker_differs", "新增 策略 replies")]
    assert site.settle() == ["新增 策略 replies"]


def test_outside_system_is_examined_with_its_list_alone(site):
    user = "client.220000000000.court"
    site.api.put("users", user, password=user, tags="")
    site.api.put("permissions", "tiaojie", user, configure="^$", write="^$", read="^$")
    assert site.wrong() == []
    assert site.wrong(clients=()) == [("broker_differs", f"删除 用户 {user}")]
    site.api.delete("users", user)


def test_wrong_password_of_a_service(site):
    file = site.settings.secret_folder / "bus.screening"
    kept = file.read_text()
    file.write_text("another\n")
    assert site.wrong() == [("broker_differs", "修改 密码 screening")]
    file.write_text(kept)


def test_verb_queue_without_binding_is_deaf(site):
    ends = ("verbs.intake", "tiaojie-rpc", "intake.*")
    with site.bells("intake") as channel:
        channel.queue_unbind(*ends)
        assert site.wrong() == [("service_silent", "intake"), ("queue_unbound", "verbs.intake")]
        channel.queue_bind(*ends)


def test_subscription_without_binding_is_deaf(site):
    ends = ("intake.from.screening", "screening.journal", "#")
    with site.bells("intake") as channel:
        channel.queue_unbind(*ends)
        assert site.wrong() == [("queue_unbound", "intake.from.screening")]
        channel.queue_bind(*ends)


def test_missing_key(site):
    file = site.settings.key_folder / "lookup"
    file.rename(file.with_name("away"))
    assert site.wrong() == [("key_missing", str(file))]
    file.with_name("away").rename(file)


def test_without_the_private_key_services_are_not_asked(site):
    file = site.settings.key_folder / "principal"
    file.rename(file.with_name("away"))
    assert site.wrong() == [("key_private_missing", str(file))]
    file.with_name("away").rename(file)


def test_without_the_password_of_admin_the_rest_is_examined(site):
    file = site.settings.secret_folder / "bus.admin"
    kept = file.read_text()
    file.unlink()
    assert site.wrong() == [("admin_none", str(file))]
    file.write_text("wrong\n")
    assert site.wrong() == [("admin_refused", str(file))]
    file.write_text(kept)


def test_old_schema(site):
    version = "update alembic_version set version_num = %s where version_num = %s"
    site.tell("supervision", version, "supervision_0000", "supervision_0001")
    assert site.wrong() == [("schema_old", "supervision")]
    site.tell("supervision", version, "supervision_0001", "supervision_0000")


def test_parked_subject(site):
    wire = json.dumps({"seq": 9, "hash": "00" * 32, "line": json.dumps({"type": "t"})})
    row = "insert into ledger_parked values ('registry', 9, 'demo', %s, 'parked', 'r', 1, %s)"
    site.tell("supervision", row, wire, 2**42)
    assert site.wrong() == [("parked", "supervision")]
    (shown,) = answer(cli(site.settings.data, "parked", "show", "supervision", "demo", "--json"))[
        "parked"
    ]
    assert (shown["reason"], shown["entry"]) == ("r", None)
    site.tell("supervision", "delete from ledger_parked")


def test_dead_letter(site):
    body = {"routing_key": "", "properties": {}, "payload": "x", "payload_encoding": "string"}
    site.api.post("exchanges", "tiaojie", "dead", "publish", **body)
    until(lambda: site.wrong() == [("dead_letters", "dead")])
    site.api.delete("queues", "tiaojie", "dead", "contents")


def test_queues_are_listed_with_and_without_the_management_api(site):
    def names(settings):
        done = CliRunner().invoke(service_command, ["queues", "--json"], obj=settings)
        return {row["name"]: row for row in json.loads(done.stdout)["queues"]}

    every = names(site.settings)
    known = names(type(site.settings)(**{**vars(site.settings), "admin": ""}))
    of_people = {name for name in every if name.startswith("reply.")}
    assert set(every) - of_people == set(known)
    wanted = {"name": "verbs.intake", "kind": "verbs", "messages": 0, "consumers": 1}
    assert every["verbs.intake"] == known["verbs.intake"] == wanted


def test_service_list_counts_consumers(site):
    rows = answer(cli(site.settings.data, "service", "list", "--json"))["services"]
    assert {row["service"]: row["consumers"] for row in rows} == dict.fromkeys(services.ORDER, 1)


# from here on a service is down


STOPPED = [("service_silent", "intake"), ("verbs_unheard", "intake")]


def test_stopped_service(site):
    site.stop(APART)
    until(lambda: site.wrong() == STOPPED)
    assert site.wrong(*REST) == []


def test_backlog_of_a_stopped_service(site):
    with site.bells("screening") as channel:
        for _ in range(1500):  # more than enough: one that is stopping may still take some
            channel.basic_publish(amqp.Message("{}"), "screening.journal", "entry")
    queue = "intake.from.screening"
    until(lambda: ("backlog", queue) in site.wrong())
    pattern = {"pattern": r"^.+\.from\.[a-z0-9_]+$", "apply-to": "queues", "priority": 0}
    site.api.put("policies", "tiaojie", "subscriptions", definition={"max-length": 50}, **pattern)
    found = [("broker_differs", "修改 策略 subscriptions"), *STOPPED, ("backlog_full", queue)]
    until(lambda: sorted(site.wrong()) == sorted(found))
    site.settle()


def test_started_again_all_is_well(site):
    site.run(APART)
    until(lambda: site.wrong() == [])


def test_broker_that_is_down(site):
    site.host.broker.stop()
    assert site.wrong() == [
        ("services_unasked", ""),
        ("broker_away", "gateway"),
        ("admin_away", site.settings.admin),
    ]
