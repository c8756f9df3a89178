"""Arguments in, exit status out; the only room that prints.

Findings go to standard output, everything else to standard error. Whatever is heavy is imported by the command that
needs it, so that `auditor --help` and mistakes answer at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from auditor.cli.status import BROKEN, CLOSED_PIPE, INTERRUPTED
from auditor.cli.terminal import complain, prepare, report_fault
from auditor.errors import AuditorError
from auditor.garbage import collect_seldom


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line (without the program's name) and returns its exit status."""
    from auditor.cli.arguments import parsed

    prepare()
    collect_seldom()
    try:
        options = parsed(sys.argv[1:] if arguments is None else arguments)
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except SystemExit as stop:  # argparse ends --help with 0 and bad usage with 2
        return stop.code if isinstance(stop.code, int) else BROKEN
    except AuditorError as error:
        complain(str(error))
        return BROKEN
    except BrokenPipeError:
        # The reader of our output has gone (`auditor … | head`); what is still buffered must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        complain("auditor: interrupted")
        return INTERRUPTED
    except Exception as fault:  # a fault of the program: one line for its user, the rest on request
        report_fault("auditor", fault)
        return BROKEN
