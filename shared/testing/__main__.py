"""`python -m shared.testing`: all that is made from the contracts, after one was changed."""

from shared.testing import asyncapi, pages, shapes, typed

shapes.rewrite()
pages.rewrite()
typed.rewrite()
asyncapi.rewrite()
