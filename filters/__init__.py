"""Pure functions that keep or reject: record in, verdict out. Knows no Beam, no torch, no client."""
