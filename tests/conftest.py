"""What all tests share: how Hypothesis runs."""

import os

from hypothesis import settings

# No deadline: a slow machine is no failure. The same examples on each automatic run: a change is
# judged by itself; at a desk, new examples each time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")
