"""Teachers: four verbs that are the paper's four steps (generate, evolve, respond, critique)."""
