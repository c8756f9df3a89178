"""`python -m auditor` is `auditor`."""

import sys

from auditor.cli import main

sys.exit(main())
