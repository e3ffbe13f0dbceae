"""Run small untrusted Python programs without network and without the user's files.

The caller's side is `run` (many programs in one go) over `helper` (processes that are kept), and `calls` and `packed`
(functions of programs). The child's side is `confine` (the loop of a helper process), `fork` (one program) and `watch`
(its end), behind the fences of `namespaces`, `landlock`, `seccomp` and `ordinary_user`. `levels` names how much of this
is in force.
"""
