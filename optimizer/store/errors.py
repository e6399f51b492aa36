"""What the store refuses, each as a sentence for a reader."""


class StoreError(Exception):
    """Raised when the store cannot do what it is asked; the message is a sentence."""


class ForbiddenError(StoreError):
    """Raised when the role of somebody does not permit what they ask for."""


class MissingError(StoreError):
    """Raised when the store does not hold what it is asked for."""
