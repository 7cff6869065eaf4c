"""A vhost is brought to its wanted state, and a second run finds nothing to do."""

import json

import amqp
import pytest
from private_broker import SiteThere

from shared.contracts.refused import Refused
from tiaojie.host.definitions import with_passwords
from tiaojie.host.passwords import obtain
from tiaojie.host.rights import Client
from tiaojie.host.setup import set_up

COURT = Client("court", "222401000000", ("intake.register_case",), ("intake", "screening"))
POLICE = Client("police", "222401000000", ("intake.register_case",))
HEARS = "client.222401000000.court.from"


@pytest.fixture
def there(broker, request):
    """A site on a new vhost, which is gone afterwards."""
    vhost = request.node.name
    yield SiteThere(broker, vhost)
    api = broker.management()
    api.delete("vhosts", vhost)
    for client in (COURT, POLICE):
        api.delete("users", client.user)


def listen(channel, queue, source):
    channel.queue_declare(queue, durable=True, auto_delete=False)
    channel.queue_bind(queue, f"{source}.journal", "#")


def test_second_run_changes_nothing(there):
    assert there.set_up([COURT])[0] == f"新增 虚拟主机 {there.vhost}"
    assert there.set_up([COURT]) == []


def test_definitions_printed_are_the_state_set_up(there):
    state = there.state([COURT])
    passwords, _ = obtain(there.node.secrets, [user["name"] for user in state["users"]])
    whole = json.loads(json.dumps(with_passwords(state, passwords)))
    there.node.management().post("definitions", **whole)
    assert there.set_up([COURT]) == []


def test_queues_without_a_type_are_quorum_queues(there):
    there.set_up()
    assert there.node.management().get("vhosts", there.vhost)["default_queue_type"] == "quorum"


def test_second_site_on_the_vhost_is_refused_and_changes_nothing(there):
    there.set_up()
    other = SiteThere(there.node, there.vhost, "fedcba9876543210")
    with pytest.raises(Refused) as no:
        other.set_up([COURT])
    assert no.value.code == "site_taken"
    assert "site.0123456789abcdef" in no.value.message
    assert there.set_up() == []


def test_new_client_changes_that_alone(there):
    there.set_up([COURT])
    name = POLICE.user
    assert there.set_up([COURT, POLICE]) == [
        f"新增 用户 {name}",
        f"新增 路由权限 {name}，tiaojie-rpc",
        f"新增 权限 {name}",
    ]


def test_client_with_another_verb_gets_other_rights_alone_and_is_cut_off(there):
    there.set_up([COURT])
    more = Client(COURT.name, COURT.division, ("intake.list_due",), COURT.events)
    with there.channel(COURT.user) as channel:
        channel.basic_publish(amqp.Message("{}"), "tiaojie-rpc", "intake.register_case")
        assert there.set_up([more]) == [f"修改 路由权限 {COURT.user}，tiaojie-rpc"]
        with pytest.raises((amqp.exceptions.AMQPError, OSError)):
            channel.basic_publish(amqp.Message("{}"), "tiaojie-rpc", "intake.register_case")


def test_source_taken_from_a_client_takes_its_queue(there):
    there.set_up([COURT])
    with there.channel(COURT.user) as channel:
        listen(channel, f"{HEARS}.intake", "intake")
        listen(channel, f"{HEARS}.screening", "screening")
    less = Client(COURT.name, COURT.division, COURT.verbs, ("intake",))
    said = there.set_up([less])
    assert said == [f"修改 权限 {COURT.user}", f"删除 队列 {HEARS}.screening"]
    queues = {queue["name"] for queue in there.node.management().get("queues", there.vhost)}
    assert queues == {"dead", f"{HEARS}.intake"}


def test_client_that_is_gone_is_removed_with_its_queues(there):
    there.set_up([COURT])
    with there.channel(COURT.user) as channel:
        listen(channel, f"{HEARS}.intake", "intake")
    assert there.set_up() == [f"删除 用户 {COURT.user}", f"删除 队列 {HEARS}.intake"]
    assert there.set_up() == []


def test_client_is_not_removed_by_whoever_gave_no_list(there):
    there.set_up([COURT])
    with pytest.raises(Refused) as no:
        there.set_up(removes=False)
    assert no.value.code == "clients_left"
    assert there.set_up([COURT]) == []


def test_guest_is_removed(there):
    there.set_up()
    api = there.node.management()
    api.put("users", "guest", password=there.id, tags="")
    assert there.set_up() == ["删除 用户 guest"]
    assert api.get("users", "guest") is None


def test_password_of_another_site_is_not_changed(there):
    there.set_up()
    api = there.node.management()
    state = SiteThere(there.node, f"{there.vhost}-2").state()
    passwords = {user["name"]: "another" for user in state["users"]}
    with pytest.raises(Refused) as no:
        list(set_up(api, state, passwords))
    assert (no.value.code, api.get("vhosts", f"{there.vhost}-2")) == ("user_shared", None)


def test_changed_password_is_taken_over(there):
    there.set_up([COURT])
    (there.node.secrets / f"bus.{COURT.user}").write_text("renewed\n")
    assert there.set_up([COURT]) == [f"修改 密码 {COURT.user}"]
    with there.channel(COURT.user) as channel:
        assert channel.is_open


def dead_letter(site, queue):
    """The dead letter that came from a queue; others are put aside."""
    with site.channel("admin") as channel:
        for _ in range(500):
            letter = channel.basic_get("dead", no_ack=True)
            if letter and letter.headers["x-first-death-queue"] == queue:
                return letter.headers["x-first-death-reason"]
    return None


def test_call_put_aside_is_kept_nowhere(site):
    with site.channel("registry") as channel:
        channel.queue_declare("verbs.registry", durable=True, auto_delete=False)
        channel.queue_bind("verbs.registry", "tiaojie-rpc", "registry.*")
        channel.basic_publish(amqp.Message("{}"), "tiaojie-rpc", "registry.health")
        channel.basic_reject(channel.basic_get("verbs.registry").delivery_tag, requeue=False)
        assert dead_letter(site, "verbs.registry") is None
        channel.queue_delete("verbs.registry")


def test_bell_that_comes_back_too_often_lands_in_the_dead_queue(site):
    queue = "intake.from.screening"
    with site.channel("screening") as source, site.channel("intake") as channel:
        listen(channel, queue, "screening")
        source.basic_publish(amqp.Message("{}"), "screening.journal", "entry")
        taken = 0
        for _ in range(500):
            if bell := channel.basic_get(queue):
                taken += 1
                channel.basic_reject(bell.delivery_tag, requeue=True)
        assert (taken, dead_letter(site, queue)) == (6, "delivery_limit")
        channel.queue_delete(queue)
