"""The embedded default teacher: task families whose answers are right by construction. No model, no GPU, no network."""
