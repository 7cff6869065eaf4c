"""The page that Prometheus reads (`/metrics`), as a WSGI app."""

from importlib.metadata import version

from prometheus_client import make_wsgi_app

from shared.telemetry.metrics import BUILD

BUILD.labels(version("tiaojie")).set(1)
page = make_wsgi_app()
