"""Run small untrusted Python programs without network and without the user's files.

`run` is the side of the caller, `confine` that of the child, `seccomp` the filter on its system calls.
"""
