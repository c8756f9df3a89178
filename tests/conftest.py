"""What all tests share."""

from hypothesis import HealthCheck, settings

# How fast examples are made depends on what else the machine does; no test judges time.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
