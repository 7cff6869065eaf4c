"""Imported before everything else by whoever runs services: makes the standard library green.

Nothing outside shared/bus knows that there is an event loop: locks, events and sleeps of the
standard library yield once this has run.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # eventlet announces its maintenance mode at every start
    import eventlet
    import eventlet.tpool

    eventlet.monkey_patch()
