"""What can go wrong, for the caller or at the far side."""

from __future__ import annotations

from datetime import timedelta


class BadRequest(Exception):  # noqa: N818 - what it is, as in HTTP
    """The caller's input is malformed; the message says what to send instead."""


class Rejected(Exception):  # noqa: N818 - what happened to the request
    """The request is well-formed but not allowed now; the message is shown to the person."""


class SendError(Exception):
    """A channel did not take a message.

    `permanent`: trying again cannot help. `unknown`: it may have taken it all the same. `refused`:
    it does not take our credentials.
    """

    def __init__(
        self,
        message: str,
        *,
        permanent: bool = False,
        unknown: bool = False,
        refused: bool = False,
    ) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.unknown = unknown
        self.refused = refused


class SlowDown(SendError):  # noqa: N818 - what the far side says
    """The far side wants fewer messages; `wait` is how long it asks for, None when it does not say.

    It took nothing, and it means the whole channel, not this message.
    """

    def __init__(self, message: str, *, wait: timedelta | None = None) -> None:
        super().__init__(message)
        self.wait = wait
