"""Registry (登记) on the bus."""

from services.registry.procedures import (
    certificates,
    committees,
    divisions,
    mediators,
    places,
    profiles,
    reads,
    roles,
)
from shared.bus.service import Service, verb
from shared.contracts.registry import CONTRACT


class Registry(Service):
    """Who is where, who may do what, and by which settings; it asks nobody."""

    name = "registry"
    contract = CONTRACT

    import_divisions = verb(divisions.import_divisions)
    get_division = verb(divisions.get_division)
    list_divisions = verb(divisions.list_divisions)

    register_committee = verb(committees.register_committee)
    change_membership = verb(committees.change_membership)
    dissolve_committee = verb(committees.dissolve_committee)
    register_studio = verb(committees.register_studio)
    get_committee = verb(reads.get_committee)
    list_committees = verb(reads.list_committees)
    find_committee = verb(reads.find_committee)

    register_mediator = verb(mediators.register_mediator)
    remove_mediator = verb(mediators.remove_mediator)
    certify_mediator = verb(certificates.certify_mediator)
    get_mediator = verb(reads.get_mediator)
    list_mediators = verb(reads.list_mediators)
    check_mediator = verb(certificates.check_mediator)
    check_roster = verb(certificates.check_roster)

    grant_role = verb(roles.grant_role)
    end_role = verb(roles.end_role)
    list_roles = verb(roles.list_roles)

    register_court = verb(places.register_court)
    find_courts = verb(places.find_courts)
    register_resource = verb(places.register_resource)
    list_resources = verb(places.list_resources)

    publish_profile = verb(profiles.publish_profile)
    get_profile = verb(profiles.get_profile)
    get_manifest = verb(profiles.get_manifest)
