"""`python -m proeve` is the `proeve` command."""

import sys

from proeve.cli import main

if __name__ == "__main__":
    sys.exit(main())
