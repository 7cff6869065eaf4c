"""What a paper still lacks before it may be printed."""

from collections.abc import Iterator, Mapping, Sequence

from services.document_archive.forms.catalogue import Form


def missing_fields(form: Form, data: Mapping[str, object]) -> list[tuple[str, str]]:
    """Name and Chinese label of each needed field with nothing in it.

    `parties[].name` of the catalogue is answered per party, as `parties[1].name`.
    """
    return [
        (gap, label) for name, label in form.fields.items() for gap in _gaps(name.split("."), data)
    ]


def _gaps(steps: Sequence[str], value: object, walked: str = "") -> Iterator[str]:
    if not steps:
        if _is_blank(value):
            yield walked
        return
    key = steps[0].removesuffix("[]")
    inner = value.get(key) if isinstance(value, Mapping) else None
    path = f"{walked}.{key}".lstrip(".")
    if steps[0] == key:
        yield from _gaps(steps[1:], inner, path)
    elif isinstance(inner, Sequence) and not isinstance(inner, str):
        for place, item in enumerate(inner):
            yield from _gaps(steps[1:], item, f"{path}[{place}]")


def _is_blank(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, Sequence):
        return all(_is_blank(item) for item in value)
    return value is None or value == {}
