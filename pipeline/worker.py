"""A local worker process: Beam's own, without its forty lines of housekeeping on stderr.

    python -m pipeline.worker PROCESS

What stops a worker is raised in the process that runs the flow, and reported there once. A worker ends with that
process, whose id it is given: left alone, it would work on its shards to the end, and go on asking models, while the
same run, started again, asks for the same.
"""

import atexit
import contextlib
import logging
import os
import select
import sys
import threading
from pathlib import Path
from typing import NoReturn


def main() -> None:
    program, run, *arguments = sys.argv
    end_with(int(run))
    logging.disable(logging.ERROR)
    from apache_beam.runners.worker import sdk_worker_main

    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stderr(nowhere):
        sdk_worker_main.main([program, *arguments])
    leave()


def leave() -> NoReturn:
    """End without taking every object apart first, which takes a second or two, one worker after the other."""
    atexit._run_exitfuncs()
    os._exit(0)


def end_with(run: int) -> None:
    """End this process, at once and without a word, when another one ends. Nothing is lost by it: whatever is done is
    on disk already."""
    try:
        descriptor = os.pidfd_open(run)
    except ProcessLookupError:  # it has ended before we began
        os._exit(1)
    ended = select.poll()
    ended.register(descriptor, select.POLLIN)

    def wait() -> None:
        ended.poll()
        os._exit(1)

    threading.Thread(target=wait, name="end with the run", daemon=True).start()


if __name__ == "__main__":
    main()
