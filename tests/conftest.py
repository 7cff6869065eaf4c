"""Before anything else: the same green standard library as the product runs on."""

import shared.bus.green  # noqa: F401
