"""The local runner: Beam's FnApiRunner, in this process or with worker processes.

FnApiRunner itself, not DirectRunner: that one first tries to download another engine, and falls back in silence when it
cannot.
"""

import os
import shlex
import sys

from apache_beam.options.pipeline_options import PipelineOptions
from apache_beam.runners.portability.fn_api_runner.fn_runner import FnApiRunner
from apache_beam.transforms.environments import SubprocessSDKEnvironment


def local(workers: int) -> tuple[FnApiRunner, PipelineOptions]:
    """A runner with so many worker processes (1: none, the work is done here), and the options that go with it.

    Workers start with -P, so that folders where the user happens to stand do not shadow our packages.
    """
    if workers == 1:
        return FnApiRunner(), PipelineOptions([])
    command = shlex.join([sys.executable, "-P", "-m", "pipeline.worker", str(os.getpid())])
    runner = FnApiRunner(default_environment=SubprocessSDKEnvironment.from_command_string(command))
    return runner, PipelineOptions([f"--direct_num_workers={workers}"])
