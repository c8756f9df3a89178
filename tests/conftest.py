"""What all tests share."""

import signal

from hypothesis import HealthCheck, settings

# How fast examples are made depends on what else the machine does; no test judges time.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# A job in the background may be started with interrupts ignored, which the commands that tests interrupt would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)
