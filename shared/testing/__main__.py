"""`python -m shared.testing`: samples, fingerprints and service pages, after a contract changed."""

from shared.testing import pages, shapes

shapes.rewrite()
pages.rewrite()
