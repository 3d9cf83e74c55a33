"""The pytest plugin that installs with the package (`pytest11`): the steps, where pytest-bdd is there to use them."""

from importlib.util import find_spec

pytest_plugins = ["peoplezones.spec.fixtures"] if find_spec("pytest_bdd") else []
