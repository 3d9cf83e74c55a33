"""What all tests share: the steps of features (until the package is installed), and how hard Hypothesis looks.

`HYPOTHESIS_PROFILE=ci` makes it look harder.
"""

import os

from hypothesis import settings

pytest_plugins = ["peoplezones.spec.plugin"]

# As is Hypothesis's own habit, a build gives the same answer twice; at a desk each run looks elsewhere.
settings.register_profile("quick", max_examples=60, deadline=None, derandomize="CI" in os.environ)
settings.register_profile("ci", max_examples=400, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
