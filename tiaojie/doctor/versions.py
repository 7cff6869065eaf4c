"""What runs here, by version; servers say theirs where they are looked at."""

import platform
from importlib.metadata import version

from tiaojie.doctor.asked import Asked
from tiaojie.doctor.finding import Finding, found


def check_versions(_asked: Asked) -> list[Finding]:
    """Of Python and of this software."""
    return [
        found("version", "tiaojie", version=version("tiaojie")),
        found("version", "Python", version=platform.python_version()),
    ]
