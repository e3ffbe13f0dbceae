"""Errors that a user can act on: one sentence that names the thing, what was expected, and what to do."""


class UserError(Exception):
    """Something the user can put right. The command line prints it as one sentence and exits with status 1."""
