"""Settings of all tests."""

import os

from hypothesis import HealthCheck, settings

# A busy machine is slow, and a slow example is no fault. Where the tests guard a change, they try the same examples
# each time; elsewhere they go on looking.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("search", **_PATIENT)
settings.register_profile("guard", derandomize=True, **_PATIENT)
settings.load_profile("guard" if os.environ.get("STYRMODELL_CI") else "search")
