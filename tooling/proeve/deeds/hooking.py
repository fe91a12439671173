"""Installing the hook that refuses: a script in a bare repository, and its file."""

import shlex
from pathlib import Path

from proeve.errors import UsageError
from proeve.gather.history import open_ledger
from proeve.gather.hook_setting import (
    HookSetting,
    is_trust_root,
    setting_file,
    setting_text,
)
from proeve.history.objects import Objects
from proeve.history.porcelain import git, setting_of
from proeve.history.repository import MAIN

_MARK = "# Made by `proeve hook install`."
_SCRIPT = f"""#!/bin/sh
{_MARK} Refuses every push that is not lawful.
# Python is isolated: no variable and no folder of the pusher's says what it runs.
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 3
exec {{python}} -I -m proeve hook run "$here"
"""
_SETTINGS = {
    # So that a pusher can say `-o lang=en`.
    "receive.advertisePushOptions": "true",
    "receive.maxInputSize": "256m",
}
_EXECUTABLE, _READABLE, _FOLDER = 0o755, 0o644, 0o755


def install_hook(
    bare: Path, setting: HookSetting, python: str, *, practice: bool
) -> Path:
    """Put the hook in a bare repository and return it; replace only a hook of ours.

    A repository that holds a ledger already must begin at the trust root.
    """
    _check_root(setting, practice=practice)
    objects = Objects.open(bare)
    folder = objects.layout.own
    if folder.resolve() != bare.resolve():
        raise UsageError(
            f"{bare} is geen kale (bare) repository.",
            f"{bare} is no bare repository.",
        )
    hook = folder / "hooks" / "pre-receive"
    _check_free(folder, hook)
    if objects.at_ref(MAIN) is not None:
        open_ledger(folder, MAIN, setting.trust_root)
    for name, value in _SETTINGS.items():
        git(folder, "config", name, value)
    file = setting_file(folder)
    file.parent.mkdir(mode=_FOLDER, exist_ok=True)
    _put(file, setting_text(setting), _READABLE)
    hook.parent.mkdir(exist_ok=True)
    _put(hook, _SCRIPT.format(python=shlex.quote(python)), _EXECUTABLE)
    return hook


def _check_root(setting: HookSetting, *, practice: bool) -> None:
    root = setting.trust_root
    if not is_trust_root(root):
        raise UsageError(
            f"{root} is geen vertrouwensanker.", f"{root} is no trust root."
        )
    if setting.is_practice and not practice:
        raise UsageError(
            "Dit anker is van een oefenschool; wie dat wil, geeft --practice mee.",
            "This trust root is of a practice school; who means that gives --practice.",
        )
    if practice and not setting.is_practice:
        raise UsageError(
            "--practice is voor een oefenschool, en dit anker is van een echte.",
            "--practice is for a practice school; this trust root is of a live one.",
        )


def _check_free(folder: Path, hook: Path) -> None:
    """Raise where Git would run another hook, or where one would be overwritten."""
    elsewhere = setting_of(folder, "core.hooksPath")
    if elsewhere:
        raise UsageError(
            f"Git zoekt hooks hier in {elsewhere} (core.hooksPath), en niet in de "
            "repository; haal die instelling eerst weg.",
            f"Git looks for hooks in {elsewhere} here (core.hooksPath), not in the "
            "repository; remove that setting first.",
        )
    if hook.exists() and _MARK not in hook.read_text("utf-8", "replace"):
        raise UsageError(
            f"Er staat al een andere hook: {hook}.", f"Another hook is there: {hook}."
        )


def _put(file: Path, text: str, mode: int) -> None:
    """Put a text in a file whole; Git never sees half a hook."""
    draft = file.with_name(f"{file.name}.new")
    draft.write_text(text, encoding="utf-8")
    draft.chmod(mode)
    draft.replace(file)
