"""`python -m gristmill`, which is how torchrun starts the processes of a run."""

from gristmill.cli import main

main()
