"""What supervision answers."""

from shared.contracts import fields
from shared.contracts.fields import FEN_LIMIT
from shared.contracts.language import Answer
from shared.contracts.supervision.codes import BY, CELLS, KINDS, SOURCE_STATES

PLACE = 2**62


class ColumnShown(Answer):
    """A column of the form. `unit` is printed; a cell is a count or, for 万元, whole fen.
    `empty_because`: no service tells it yet, and why.
    """

    code = fields.code()
    group = fields.name()
    zh = fields.name()
    unit = fields.name()
    cell = fields.code(CELLS)
    empty_because = fields.line(allow_none=True)


class RowShown(Answer):
    """One division or committee; its cells in the order of the columns, null where a column is
    empty or cannot be told apart by committee. `name` is null while the registry is away.
    """

    key = fields.line()
    name = fields.line(allow_none=True)
    cells = fields.many(fields.count(limit=FEN_LIMIT, allow_none=True))


class CheckShown(Answer):
    """One consistency check; `why_zh` has both figures where it fails."""

    code = fields.code()
    ok = fields.flag()
    why_zh = fields.line()


class CaseTable(Answer):
    """The Ministry's case table of one division and period. `parked` counts entries that could not
    be applied and are missing from it.
    """

    form = fields.code()
    form_zh = fields.name()
    division = fields.division()
    since = fields.day()
    until = fields.day()
    by = fields.code(BY)
    columns = fields.many(ColumnShown)
    rows = fields.many(RowShown)
    totals = fields.many(fields.count(limit=FEN_LIMIT, allow_none=True))
    checks = fields.many(CheckShown)
    parked = fields.count()


class Exported(Answer):
    """The table as canonical JSON, and the SHA-256 of its UTF-8 bytes."""

    content = fields.sealed_line()
    sha256 = fields.line()
    bytes = fields.count(limit=PLACE)


class Behind(Answer):
    """A case, a round of screening (`id` is `<plan>:<day>`) or a finding; `on` is the day by which
    it counts.
    """

    id = fields.line()
    on = fields.day()
    division = fields.division()
    number = fields.line(allow_none=True)
    committee = fields.id_(allow_none=True)
    ended_on = fields.day(allow_none=True)
    archived_on = fields.day(allow_none=True)


class BehindFigure(Answer):
    """The figure as the table shows it, and how many rows make it; `next` is null at the end."""

    column = fields.code()
    zh = fields.name()
    kind = fields.code(KINDS)
    cell = fields.code(CELLS)
    figure = fields.count(limit=FEN_LIMIT)
    count = fields.count(limit=PLACE)
    cases = fields.many(Behind)
    next = fields.line(allow_none=True)


class SourceShown(Answer):
    """How far one journal is followed: `position` of `head`; after a rebuild, `until` is where it
    stood before. `parked` counts entries that could not be applied.
    """

    source = fields.name()
    state = fields.code(SOURCE_STATES)
    position = fields.count(limit=PLACE)
    head = fields.count(limit=PLACE, allow_none=True)
    until = fields.count(limit=PLACE, allow_none=True)
    parked = fields.count()


class Progress(Answer):
    """How far each journal is followed; `ready` once every one is past its place of the rebuild."""

    ready = fields.flag()
    sources = fields.many(SourceShown)


class Place(Answer):
    """A place in a source's journal."""

    source = fields.name()
    seq = fields.count(limit=PLACE)


class Rebuilding(Answer):
    """The rebuild has begun; the table can be asked again when these places are reached."""

    sources = fields.many(Place)
