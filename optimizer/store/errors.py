"""What the store refuses, each as a sentence for a reader."""


class StoreError(Exception):
    """Raised when the store cannot do what it is asked; the message is a sentence."""


class ForbiddenError(StoreError):
    """Raised when the role of somebody does not permit what they ask for; ``permission`` is what they lack."""

    def __init__(self, message: str, permission: str) -> None:
        self.permission = permission
        super().__init__(message)


class MissingError(StoreError):
    """Raised when the store does not hold what it is asked for."""
