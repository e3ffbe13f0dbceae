"""What the trainer says when it is given something it cannot use."""


class BadInput(ValueError):
    """A folder, file or setting that cannot be used; the message is one sentence for the person who gave it."""
