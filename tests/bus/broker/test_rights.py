"""What each user may do, asked of the broker itself."""

import amqp
import pytest
from amqp.exceptions import AccessRefused, PreconditionFailed

RPC, HEX = "tiaojie-rpc", "0123456789abcdef0123456789abcdef"
COURT = "client.222400000000.court"
EVERYBODY = ("intake", "gateway", COURT, "sector.medical", "admin")


def publish(site, user, exchange, key, **properties):
    with site.channel(user) as channel:
        channel.basic_publish(amqp.Message("{}", **properties), exchange, key)


def declare(channel, queue, **options):
    return channel.queue_declare(queue, durable=True, auto_delete=False, **options)


def bind(site, user, queue, exchange, key):
    """Bound and, where that was allowed, gone again with the queue."""
    with site.channel(user) as channel:
        declare(channel, queue)
        try:
            channel.queue_bind(queue, exchange, key)
        finally:
            with site.channel(user) as other:
                other.queue_delete(queue)


CALLS = [
    ("intake", "registry.get_committee"),
    ("intake", "supervision.read_journal"),
    ("intake", "intake.health"),
    ("intake", "sector.medical.check_case"),
    ("intake", f"reply.{COURT}.{HEX}"),
    ("intake", "00000000-0000-4000-8000-000000000000"),
    ("supervision", "judicial_confirmation.list_due"),
    ("gateway", "intake.register_case"),
    ("gateway", "supervision.list_parked"),
    (COURT, "intake.register_case"),
    (COURT, "intake.list_due"),
    ("sector.medical", f"reply.intake.{HEX}"),
]
NO_CALLS = [
    ("intake", "supervision.get_statistics"),
    ("intake", "mediation_session.get_mediation"),
    ("intake", "registry.register_committee"),
    ("intake", "intake.register_case"),
    ("intake", "reply.intake.short"),
    ("registry", "intake.get_case"),
    ("gateway", f"reply.intake.{HEX}"),
    (COURT, "intake.get_case"),
    (COURT, "intake.register_case.more"),
    (COURT, "mediation_session.list_due"),
    (COURT, f"reply.intake.{HEX}"),
    ("sector.medical", "intake.get_case"),
    ("sector.medical", "sector.medical.check_case"),
    ("admin", "intake.register_case"),
]


@pytest.mark.parametrize(("user", "key"), CALLS)
def test_user_may_send(site, user, key):
    publish(site, user, RPC, key, user_id=user)


@pytest.mark.parametrize(("user", "key"), NO_CALLS)
def test_user_may_not_send(site, user, key):
    with pytest.raises(AccessRefused):
        publish(site, user, RPC, key, user_id=user)


@pytest.mark.parametrize("user", EVERYBODY)
def test_nobody_may_use_the_default_exchange(site, user):
    with pytest.raises(AccessRefused):
        publish(site, user, "", "verbs.registry")


def test_service_rings_its_own_entries_alone(site):
    publish(site, "intake", "intake.journal", "entry", user_id="intake")
    with pytest.raises(AccessRefused):
        publish(site, "intake", "registry.journal", "entry")
    with pytest.raises(AccessRefused):
        publish(site, "intake", "intake.journal", "registry.get_committee")


def test_nobody_says_to_be_another(site):
    with pytest.raises(PreconditionFailed):
        publish(site, "intake", RPC, "registry.get_committee", user_id="gateway")


BINDINGS = [
    ("intake", "verbs.intake", RPC, "intake.*"),
    ("intake", f"reply.intake.{HEX}", RPC, f"reply.intake.{HEX}"),
    ("intake", "intake.from.screening", "screening.journal", "#"),
    (COURT, f"reply.{COURT}.{HEX}", RPC, f"reply.{COURT}.{HEX}"),
    (COURT, f"reply.{COURT}.{HEX}", RPC, "00000000-0000-4000-8000-000000000000"),
    (COURT, f"{COURT}.from.intake", "intake.journal", "#"),
    ("sector.medical", "verbs.sector.medical", RPC, "sector.medical.*"),
]
NO_BINDINGS = [
    ("intake", "verbs.intake", RPC, "registry.*"),
    ("intake", "verbs.intake", RPC, "#"),
    ("intake", "verbs.intake", RPC, "*.*"),
    ("intake", "verbs.intake", RPC, f"reply.gateway.{HEX}"),
    ("intake", "intake.from.screening", "registry.journal", "#"),
    ("intake", "intake.from.screening", "intake.journal", "#"),
    (COURT, f"{COURT}.from.intake", "screening.journal", "#"),
    (COURT, f"reply.{COURT}.{HEX}", RPC, "intake.*"),
    ("sector.medical", "verbs.sector.medical", "intake.journal", "#"),
]


@pytest.mark.parametrize(("user", "queue", "exchange", "key"), BINDINGS)
def test_user_may_bind(site, user, queue, exchange, key):
    bind(site, user, queue, exchange, key)


@pytest.mark.parametrize(("user", "queue", "exchange", "key"), NO_BINDINGS)
def test_user_may_not_bind(site, user, queue, exchange, key):
    with pytest.raises(AccessRefused):
        bind(site, user, queue, exchange, key)


@pytest.mark.parametrize(
    ("user", "queue"),
    [
        ("intake", "verbs.registry"),
        ("intake", f"reply.gateway.{HEX}"),
        ("intake", "intake.from.registry"),
        ("intake", "mediation_session.from.intake"),
        ("intake", "dead"),
        (COURT, "verbs.intake"),
        (COURT, f"{COURT}.from.screening"),
        (COURT, "client.222400000000.other.from.intake"),
        ("gateway", "gateway.from.intake"),
        ("sector.medical", f"reply.sector.medical.{HEX}"),
    ],
)
def test_user_may_not_declare_or_read_the_queue(site, user, queue):
    with site.channel(user) as channel, pytest.raises(AccessRefused):
        declare(channel, queue)
    with site.channel("registry") as mine:
        declare(mine, "verbs.registry")
        with site.channel(user) as channel, pytest.raises(AccessRefused):
            channel.basic_get("verbs.registry")
        mine.queue_delete("verbs.registry")


def test_exchanges_are_looked_at_and_not_made(site):
    with site.channel("intake") as channel:
        channel.exchange_declare(f"site.{site.id}", "fanout", passive=True)
        with pytest.raises(AccessRefused):
            channel.exchange_declare("intake.journal", "topic", durable=True, auto_delete=False)
    with site.channel("intake") as channel, pytest.raises(AccessRefused):
        channel.exchange_delete("intake.journal")


def test_own_entries_do_not_flow_into_calls(site):
    with site.channel("intake") as channel, pytest.raises(AccessRefused):
        channel.exchange_bind(RPC, "intake.journal", "#")


def test_only_admin_has_a_tag_and_there_is_no_guest(site):
    tags = {u["name"]: u["tags"] for u in site.node.management().get("users")}
    assert {name for name, tag in tags.items() if tag} == {"admin"}
    assert "guest" not in tags


def heard(channel, queue):
    for _ in range(50):
        if message := channel.basic_get(queue, no_ack=True):
            return message
    return None


def test_copy_sent_past_the_rights_arrives_under_its_first_key(site):
    """Not stopped by the broker; by this the edge can tell."""
    with site.channel("supervision") as mine:
        declare(mine, "verbs.supervision")
        mine.queue_bind("verbs.supervision", RPC, "supervision.*")
        past = {"CC": ["supervision.list_parked"]}
        publish(site, COURT, RPC, "intake.list_due", application_headers=past)
        assert heard(mine, "verbs.supervision").delivery_info["routing_key"] == "intake.list_due"
        mine.queue_delete("verbs.supervision")


def test_dead_letter_sent_past_the_rights_says_that_it_is_one(site):
    """Not stopped by the broker; by this the edge can tell."""
    reply = f"reply.intake.{HEX}"
    trap = {"x-dead-letter-exchange": RPC, "x-dead-letter-routing-key": "supervision.list_parked"}
    with site.channel("supervision") as mine, site.channel("intake") as other:
        declare(mine, "verbs.supervision")
        mine.queue_bind("verbs.supervision", RPC, "supervision.*")
        declare(other, reply, arguments=trap)
        other.queue_bind(reply, RPC, reply)
        publish(site, "intake", RPC, reply, expiration="0", user_id="intake")
        headers = heard(mine, "verbs.supervision").headers
        assert headers["x-first-death-queue"] == reply
        other.queue_delete(reply)
        mine.queue_delete("verbs.supervision")
