"""Let ``python -m indsats`` be the ``indsats`` command."""

import sys

from indsats.web.cli import main

if __name__ == "__main__":
    sys.exit(main())
