"""A local worker process: Beam's own, without its forty lines of housekeeping on stderr.

What stops a worker is raised in the process that runs the flow, and reported there once.
"""

import logging
import sys


def main() -> None:
    logging.disable(logging.ERROR)
    from apache_beam.runners.worker import sdk_worker_main

    sdk_worker_main.main(sys.argv)


if __name__ == "__main__":
    main()
