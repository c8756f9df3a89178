"""Makes an archive of small releases, for measurements and for kills: `python -m benchmarks.archive FOLDER NUMBER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.batch.made import archive

if __name__ == "__main__":
    print(archive(Path(sys.argv[1]), int(sys.argv[2])))
