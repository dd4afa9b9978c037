"""What all tests share: how Hypothesis runs, and that what they start can be interrupted."""

import os
import signal

from hypothesis import settings

# No deadline: a slow machine is no failure. The same examples on each automatic run: a change is
# judged by itself; at a desk, new examples each time.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

# A shell lets what it starts in the background ignore Ctrl-C, and so would what tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
