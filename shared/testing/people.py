"""The same few people in all tests; identity numbers come from the range that nobody holds."""

from stdnum.cn import ric

from shared.access.identity import TEST_AREA
from shared.access.principal import Principal

VILLAGE, OTHER_COUNTY = "220122100201", "222401001001"
TOWNSHIP, COUNTY, PROVINCE = "220122100000", "220122000000", "220000000000"


def principal(role: str, id_: str = "p-01", division: str = COUNTY) -> Principal:
    """Somebody in one role with one scope."""
    return Principal(role, id_, (division,))


ADMINISTRATOR = Principal("administrator", "local", ("",))
GRID_WORKER = principal("grid_worker", "g-01", VILLAGE)
MEDIATOR = principal("mediator", "m-01", VILLAGE)
CLERK = principal("clerk", "k-01", TOWNSHIP)
BUREAU = principal("bureau", "b-01", COUNTY)
STRANGER = principal("mediator", "m-99", OTHER_COUNTY)


def identity_number(born: str = "19800101", serial: int = 1) -> str:
    """A well-formed number of the test range: `born` as YYYYMMDD, `serial` 0–999."""
    body = f"{TEST_AREA}{born}{serial:03d}"
    return body + str(ric.calc_check_digit(body + "0"))
