"""What all tests share: how long hypothesis searches."""

from hypothesis import HealthCheck, settings

# `make test` gives the same result on every machine: the same examples, and no time limit for a slow one.
settings.register_profile("test", derandomize=True, deadline=None)
# `make soak` looks for new examples, and keeps what it finds.
settings.register_profile("soak", max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("test")
