"""What keeps a file from becoming evidence: a finding code and what its sentence names.

It is raised while a file is read, and becomes a finding at that file's name.
"""


class RefusedError(Exception):
    """A file that cannot be evidence; wrong content, so never a failure of the tool."""

    def __init__(self, code: str, args: dict[str, str]) -> None:
        super().__init__(code)
        self.code = code
        self.said = args


def fault(code: str, /, **args: str) -> RefusedError:
    """Return a refusal, to be raised."""
    return RefusedError(code, args)
