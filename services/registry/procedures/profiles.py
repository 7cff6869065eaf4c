"""Region profiles (地区配置): published once, merged from the province down, never changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.registry.procedures.divisions import check_known
from services.registry.rules import divisions
from services.registry.rules import profiles as rules
from services.registry.store import profiles as store
from services.registry.store import tables
from services.registry.store.rows import Reading
from shared.bus.context import Context
from shared.contracts.refused import Refused
from shared.ledger.transaction import Transaction

Payload = Mapping[str, Any]
VERSIONS = "profile_versions"  # one series for all divisions: a version alone names an edition


def publish_profile(context: Context, command: Payload) -> Payload:
    """What a division sets from a day on, and the editions that change by it."""
    division, settings = command["division"], _checked(context, command)
    with context.commit() as tx:
        version = tx.draw_number(VERSIONS)  # first, not last: publishers wait for each other
        _check_seen(tx, command)
        latest = rules.Publication(version, division, command["since"].isoformat(), settings)
        editions = rules.editions(_related(tx, division), latest)
        row = {"no": version, "division": division, "since": latest.since, "settings": settings}
        tx.add(tables.publication, **row)
        _keep(tx, version, editions[0])
        for edition in editions[1:]:
            _keep(tx, tx.draw_number(VERSIONS), edition)
        return tx.answer(profile=division, version=version, editions=len(editions))


def _checked(context: Context, command: Payload) -> rules.Settings:
    division = command["division"]
    if not context.principal.covers(division):
        raise Refused("not_found", field="division")
    rules.check_level(division)
    with context.read() as connection:
        check_known(connection, division)
    return rules.check_unknown(command["settings"])


def _check_seen(tx: Transaction, command: Payload) -> None:
    seen, current = command["version"], store.newest_version(tx.connection, command["division"])
    if seen is not None and seen != current:
        raise Refused("version_stale", seen=seen, current=current)


def _related(tx: Transaction, division: str) -> list[rules.Publication]:
    line, prefix = divisions.line(division), divisions.prefix(division)
    return store.publications(tx.connection, line, prefix)


def _keep(tx: Transaction, version: int, edition: rules.Edition) -> None:
    rules.check_merged(edition.settings)
    row = {"division": edition.division, "since": edition.since, "settings": edition.settings}
    tx.add(tables.edition, version=version, **row)
    tx.append(
        "profile_published", edition.division, profile=edition.division, version=version, **row
    )


def get_profile(context: Context, query: Payload) -> Payload:
    """The settings in force on a day, or those that a case pinned by their version."""
    line = divisions.line(query["division"])
    with context.read() as connection:
        if query["version"] is None:
            row = store.in_force(connection, line, query["on"] or context.today())
        else:
            row = store.of_version(connection, line, query["version"])
    if row is None:
        raise Refused("profile_missing", division=query["division"])
    return {**row, "profile": row["division"]}


def settings_on(connection: Reading, division: str, on: date) -> rules.Settings:
    """The settings in force in a division; nothing where there is no profile."""
    row = store.in_force(connection, divisions.line(division), on)
    return row["settings"] if row else {}


def get_manifest(_context: Context, query: Payload) -> Payload:
    """There are no sector modules yet, so there is no manifest."""
    raise Refused("manifest_missing", sector=query["sector"])
