"""`python -m peoplezones`, and the script `peoplezones`."""

from __future__ import annotations

import gc

# Importing makes many objects that stay. Looking through them for garbage, as often as is usual, costs a tenth of the
# time that a short command takes; a long one still collects, only less often.
gc.set_threshold(100_000, 20, 20)

from peoplezones.cli.main import root  # noqa: E402


def main() -> None:
    """Run the command line with the arguments of this process."""
    root.main()


if __name__ == "__main__":
    main()
