"""What supervision's entries carry."""

from shared.contracts import fields
from shared.contracts.language import Data

PLACE = 2**62


class PlaceData(Data):
    """Where the cursor of one source stood."""

    source = fields.name()
    seq = fields.count(limit=PLACE)


class RebuiltData(Data):
    """A rebuild began; up to these places the journals are read again."""

    sources = fields.many(PlaceData)
