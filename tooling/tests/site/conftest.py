"""Frames that tests share: MkDocs takes seconds for one, and its key says all of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from proeve.site import build
from proeve.site.frame import Frame


@pytest.fixture(scope="session", autouse=True)
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let MkDocs make each frame once."""
    real, kept = build.made_frame, dict[str, tuple[Frame, Path]]()

    def made(place: build.Place, folder: Path, key: str) -> Frame:
        if key not in kept:
            home = tmp_path_factory.mktemp("frame")
            kept[key] = (real(place, home, key), home)
        frame, home = kept[key]
        shutil.copytree(home, folder, dirs_exist_ok=True)
        return frame

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(build, "made_frame", made)
        yield
