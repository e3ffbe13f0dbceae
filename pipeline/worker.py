"""A local worker process: Beam's own, without its forty lines of housekeeping on stderr.

What stops a worker is raised in the process that runs the flow, and reported there once.
"""

import contextlib
import logging
import os
import sys
from pathlib import Path


def main() -> None:
    logging.disable(logging.ERROR)
    from apache_beam.runners.worker import sdk_worker_main

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stderr(nowhere):
        sdk_worker_main.main(sys.argv)


if __name__ == "__main__":
    main()
