"""For whom one build of the site is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from proeve.errors import UsageError
from proeve.site.profiles.pages import KINDS, UNLESS_SAID, Audience, readers_of


class Own(StrEnum):
    """What an audience is one of, where it sees its own exams only."""

    GROUP = "group"
    COMPANY = "company"
    STUDENT = "student"


_OWN: Mapping[Audience, Own] = {
    Audience.GROUP: Own.GROUP,
    Audience.COMPANY: Own.COMPANY,
    Audience.STUDENT: Own.STUDENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The readers of one build: `of` is their group, company or pseudonym.

    With `exam`, written `<group>/<exam>`, the build is a package of that exam: it holds
    nothing of another, and there is no page beside it.
    """

    audience: Audience
    of: str = ""
    exam: str = ""

    @property
    def key(self) -> str:
        """Return what tells this profile from every other."""
        return f"{self.audience}:{self.of}:{self.exam}"

    @property
    def own(self) -> Own | None:
        """Return what `of` is, for an audience that sees its own exams only."""
        return _OWN.get(self.audience)

    @property
    def whole(self) -> bool:
        """Whether these readers see the exams of the whole school."""
        return self.audience in _WHOLE and not self.exam

    def has(self, path: str) -> bool:
        """Tell whether the build has this ordinary page; unless said, internal only."""
        return not self.exam and self.audience in readers_of(path)

    def has_kind(self, kind: str) -> bool:
        """Tell whether the build has pages of this kind."""
        return not self.exam and self.audience in KINDS.get(kind, UNLESS_SAID)


_WHOLE = frozenset({Audience.INTERNAL, Audience.COMMITTEE, Audience.INSPECTOR})

INTERNAL = Profile(audience=Audience.INTERNAL)
"""The profile of the exam office, which is built unless another is asked for."""


def profile_of(audience: str, given: Mapping[Own, str | None]) -> Profile:
    """Return the profile that was asked for, of one of the ids given."""
    asked = Audience(audience)
    own = _OWN.get(asked)
    named = {what: value for what, value in given.items() if value}
    if own is not None and set(named) == {own}:
        return Profile(audience=asked, of=named[own])
    if own is None and not named:
        return Profile(audience=asked)
    if own is None:
        flags = ", ".join(f"--{what}" for what in sorted(named))
        raise UsageError(
            f"Bij --profile {asked} hoort geen {flags}.",
            f"--profile {asked} takes no {flags}.",
        )
    raise UsageError(
        f"Bij --profile {asked} hoort alleen --{own}: van wie is de site?",
        f"--profile {asked} takes --{own} and nothing else: whose site is it?",
    )
