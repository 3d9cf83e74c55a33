"""Keep docs/model/ true: the pages of the shipped model.

python -m tools.model_docs            writes them
python -m tools.model_docs --check    fails where they are stale
"""

from __future__ import annotations

import sys

from peoplezones.documents import MADE, model_pages
from peoplezones.operating_model.load import load_folder
from tools._kept import PROJECT, keep


def main() -> int:
    """Write or check the pages."""
    model = load_folder(PROJECT / "workflows" / "revised")
    return keep("model_docs", PROJECT / "docs" / "model", model_pages(model), MADE)


if __name__ == "__main__":
    sys.exit(main())
