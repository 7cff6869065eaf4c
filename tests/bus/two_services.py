"""Two small services: `left` makes things, `right` follows it and asks it."""

import threading

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select

from shared.bus.service import Service, job, listens, verb
from shared.contracts import fields
from shared.contracts.contract import Contract
from shared.contracts.language import ROLES, Answer, Command, Data, Event, Query, Verb, Words

WORDS = Words("试验", "Trial")


class Make(Command):
    thing = fields.id_(required=True)
    n = fields.count(load_default=1)


class Made(Answer):
    thing = fields.id_()
    n = fields.count()


class Which(Query):
    thing = fields.id_(required=True)


class ThingData(Data):
    n = fields.count()


class Things(Answer):
    things = fields.many(fields.line())


LEFT = Contract(
    "left",
    WORDS,
    (
        Verb("make_thing", Make, Made, ROLES, WORDS),
        Verb("blurt", Make, Made, ROLES, WORDS),
        Verb("get_thing", Which, Made, ROLES, WORDS),
        Verb("sleep", Which, Made, ROLES, WORDS),
        Verb("crash", Which, Made, ROLES, WORDS),
    ),
    (Event("thing_made", ThingData, WORDS),),
)
RIGHT = Contract("right", WORDS, (Verb("list_things", Which, Things, ROLES, WORDS),), ())
TABLES = MetaData()
SEEN = Table(
    "seen",
    TABLES,
    Column("no", Integer, primary_key=True, autoincrement=True),
    Column("thing", String(64)),
    Column("n", Integer),
)
poison: set[str] = set()
asleep = threading.Event()
jobs_run: list[str] = []


def make_thing(context, command):
    with context.commit() as tx:
        tx.append("thing_made", command["thing"], n=command["n"])
        tx.queue("tell", command["thing"], key=f"tell:{command['command_id']}")
        return tx.answer(thing=command["thing"], n=command["n"])


def blurt(context, command):
    return {**make_thing(context, command), "n": 8}


def get_thing(_context, query):
    return {"thing": query["thing"], "n": 7}


def sleep(_context, _query):
    asleep.wait(5)
    return {"thing": "late", "n": 1}


def crash(_context, query):
    raise ValueError(f"身份证 in the text of {query['thing']}")


def tell(_context, the_job):
    jobs_run.append(the_job.subject)
    if the_job.subject in poison:
        raise ValueError(the_job.subject)


def ask_left(context, heard):
    return context.ask("left", "get_thing", thing=heard.subject)["n"]


def note_thing(_context, tx, heard, fact):
    if heard.subject in poison:
        raise ValueError("poison")
    tx.execute(insert(SEEN), {"thing": heard.subject, "n": heard.data["n"] * 100 + fact})


def list_things(context, _query):
    TABLES.create_all(context.ledger.database.engine)
    with context.read() as connection:
        rows = connection.execute(select(SEEN.c.thing, SEEN.c.n).order_by(SEEN.c.no)).all()
    return {"things": [f"{thing}={n}" for thing, n in rows]}


class Left(Service):
    """Makes things."""

    name, contract = "left", LEFT
    make_thing = verb(make_thing)
    blurt = verb(blurt)
    get_thing = verb(get_thing)
    sleep = verb(sleep)
    crash = verb(crash)
    tell = job(ask=tell)


class Right(Service):
    """Follows the left."""

    name, contract, needs = "right", RIGHT, ("left",)
    list_things = verb(list_things)
    thing_made = listens("left", "thing_made", commit=note_thing, ask=ask_left)
