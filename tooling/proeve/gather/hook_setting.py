"""What a hook goes by: a file of its own, which no push can reach (PROTOCOL R36)."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from proeve.errors import RepositoryError
from proeve.model.ledger import PRACTICE_ROOT
from proeve.words.say import Language

FOLDER = "proeve"
_FILE = "hook.json"
_FORMAT = "proeve-hook/1"
_MOST_BYTES = 4096
_ROOT = re.compile(r"proeve(?:-practice)?:r-[0-9a-f]{32}:sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HookSetting:
    """The trust root that a bare repository is held to, and how its hook speaks."""

    trust_root: str
    language: Language

    @property
    def is_practice(self) -> bool:
        """Whether the hook guards a practice school, which proves nothing."""
        return self.trust_root.startswith(f"{PRACTICE_ROOT}:")


def is_trust_root(text: str) -> bool:
    """Tell whether a text is a trust root, in earnest or for practice."""
    return _ROOT.fullmatch(text) is not None


def setting_text(setting: HookSetting) -> str:
    """Return the file in which a hook keeps its setting."""
    return json.dumps({"format": _FORMAT, **asdict(setting)}, indent=1) + "\n"


def setting_file(bare: Path) -> Path:
    """Return where the hook of a bare repository keeps its setting."""
    return bare / FOLDER / _FILE


def read_setting(bare: Path) -> HookSetting:
    """Return what the hook of a bare repository goes by; raise if it cannot be read."""
    file = setting_file(bare)
    try:
        with file.open("rb") as opened:
            data = json.loads(opened.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError) as error:
        raise _spoiled(file) from error
    names = {"format", "trust_root", "language"}
    if not isinstance(data, dict) or set(data) != names or data["format"] != _FORMAT:
        raise _spoiled(file)
    root, language = data["trust_root"], data["language"]
    if not isinstance(root, str) or not is_trust_root(root):
        raise _spoiled(file)
    if language not in ("nl", "en"):
        raise _spoiled(file)
    spoken: Language = "nl" if language == "nl" else "en"
    return HookSetting(trust_root=root, language=spoken)


def _spoiled(file: Path) -> RepositoryError:
    return RepositoryError(
        f"Het bestand {file} van de hook is niet te lezen; de beheerder van de server "
        "plaatst de hook opnieuw.",
        f"The hook's file {file} cannot be read; whoever runs the server installs the "
        "hook again.",
    )
