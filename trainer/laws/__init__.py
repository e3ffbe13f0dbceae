"""Laws that say how to train before anything is trained."""
