"""Ask and follow the services of tiaojie (调解) from ordinary, blocking Python.

with Client("amqp://host:5672/tiaojie", "client.220122000000.hotline", password) as client:
    case = intake.register_case(client, {"division": …, "source": "application", …})
    client.subscribe("intake", handler, after=place)

There is a module a service, made from its contract: a function a verb, its shapes, its events.
"""

from tiaojie_client.client import Client
from tiaojie_client.follow import START, Entry, Place, Subscription
from tiaojie_client.outcome import Absent, Diverged, Internal, Late, Refused

__all__ = [
    "START",
    "Absent",
    "Client",
    "Diverged",
    "Entry",
    "Internal",
    "Late",
    "Place",
    "Refused",
    "Subscription",
]
