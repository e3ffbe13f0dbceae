"""How checkers read answers, and the texts and code that answers are about. Nothing here judges."""
