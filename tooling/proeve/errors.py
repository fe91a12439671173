"""What stops the tool: it could not judge. Wrong content is a Finding instead.

Every leaf ends the run with exit code 3, except UsageError, which ends it with 2.
A message is one whole sentence for the reader in Dutch and in English.
"""


class ProeveError(Exception):
    """The tool could not judge; never a pass."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.nl = nl
        self.en = en


class RepositoryError(ProeveError):
    """The repository is absent, empty, shallow, corrupt or hostile."""


class TrustError(ProeveError):
    """The trust root that was given does not fit this history."""


class LawError(ProeveError):
    """The tool's own schemas, words or process table are broken or absent."""


class UsageError(ProeveError):
    """The command line asks for something that cannot be meant."""


class StoreError(ProeveError):
    """The evidence store cannot be reached, read or written."""
