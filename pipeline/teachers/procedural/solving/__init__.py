"""What solvers work things out with: exact numbers, traces, measures, grammar, passages."""
