"""What a contract is made of: commands, queries, answers, events, verbs, refusals."""

from dataclasses import dataclass
from functools import cached_property

from marshmallow import EXCLUDE, RAISE, Schema

from shared.contracts import fields

MEDIATOR, DIRECTOR, CLERK = "mediator", "director", "clerk"
GRID_WORKER, JUSTICE_OFFICE, BUREAU = "grid_worker", "justice_office", "bureau"
ADMINISTRATOR, COURT, SYSTEM = "administrator", "court", "system"
CLIENT = "client"  # an outside system; in no tuple below: a verb that it may call names it
COMMITTEE = (MEDIATOR, DIRECTOR, CLERK)
STAFF = (*COMMITTEE, JUSTICE_OFFICE, BUREAU)
ROLES = (*STAFF, GRID_WORKER, COURT, ADMINISTRATOR, SYSTEM)


class Shape(Schema):
    """The base of all shapes; its own messages are Chinese, like those of the fields."""

    error_messages = {  # noqa: RUF012 - marshmallow declares it so
        "unknown": "没有这一项",
        "type": "应为一个对象",
    }


class Command(Shape):
    """A write. `command_id` makes it idempotent, `version` is what the caller saw of the subject,
    `happened_at` when the act took place (recorded_at is ours).
    """

    class Meta:
        unknown = RAISE

    command_id = fields.id_(required=True)
    version = fields.count(load_default=None, allow_none=True)
    happened_at = fields.moment(load_default=None, allow_none=True)


class Query(Shape):
    """A read; it changes nothing."""

    class Meta:
        unknown = RAISE


class Part(Shape):
    """A shape inside a command: what is unknown is refused here too."""

    class Meta:
        unknown = RAISE


class Answer(Shape):
    """What a verb answers; readers ignore what they do not know."""

    class Meta:
        unknown = EXCLUDE


class Data(Shape):
    """What an event carries: ids, codes, amounts, states; no names, numbers of persons, words."""

    class Meta:
        unknown = EXCLUDE


@dataclass(frozen=True)
class Words:
    """One sentence in the two languages of the contract."""

    zh: str
    en: str


@dataclass(frozen=True)
class Verb:
    """One verb on the wire.

    roles    who may call it; the row's own scope is checked by the service
    command  `(noun, word)` of the command line, None if only services call it
    limit_s  the longest it may take, in seconds
    asked    another service asks it, so it asks nobody itself (walks.md)
    """

    name: str
    takes: type[Command] | type[Query]
    gives: type[Answer]
    roles: tuple[str, ...]
    words: Words
    command: tuple[str, str] | None = None
    limit_s: float = 5.0
    asked: bool = False

    @property
    def writes(self) -> bool:
        """Whether it is a command."""
        return issubclass(self.takes, Command)

    @cached_property
    def intake(self) -> Schema:
        """The schema instance for what comes in, made once."""
        return self.takes()

    @cached_property
    def outlet(self) -> Schema:
        """The schema instance for what goes out, made once."""
        return self.gives()


@dataclass(frozen=True)
class Event:
    """One entry type: `<service>.<name>.v<version>`."""

    name: str
    carries: type[Data]
    words: Words
    audience: str = "bus"
    version: int = 1

    @cached_property
    def schema(self) -> Schema:
        """The schema instance, made once."""
        return self.carries()
