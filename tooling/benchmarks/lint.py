"""`proeve lint` against check-jsonschema on the same assessment forms, whole processes.

Writes the forms to a temporary folder, runs both by turns, and prints the medians, the
ratio and both commands.

    python tooling/benchmarks/lint.py [FORMS] [ROUNDS]
"""

import hashlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from proeve.reading import shipped

SCALE = "ATVG"
CRITERIA = 45
NOTES = (
    "Werkte rustig en volgens de afspraak, ook toen het druk werd.",
    "Vroeg op tijd om hulp en legde uit wat er al was geprobeerd.",
    "Controleerde het eigen werk voordat het werd opgeleverd.",
)


def form(number: int) -> str:
    """Return a form of about 3 KB that differs from every other form."""
    name = hashlib.sha256(str(number).encode()).hexdigest()
    lines = [
        "# yaml-language-server: $schema=../../../../../schemas/form.schema.json",
        "schema: proeve/form/v1",
        "part: first",
        f"assessor: p-{name[:8]}",
        f"nonce: {name}",
        f"instrument: {{code: mbo-25604-b1-k1, version: 3, digest: sha256:{name}}}",
        "seen_on: [2027-01-25, 2027-01-26]",
        "ratings:",
    ]
    for at in range(CRITERIA):
        lines.append(f"  W{at // 5 + 1}-{at % 5 + 1}:")
        lines.append(f"    rating: {SCALE[int(name[at], 16) % len(SCALE)]}")
        if at % 3 == 0:
            lines.append(f"    note: {NOTES[at % len(NOTES)]}")
        if at % 2 == 0:
            lines.append(f"    evidence: [e{at + 1}, e{at + 2}]")
    return "\n".join(lines) + "\n"


def write(root: Path, forms: int) -> list[Path]:
    """Write the forms where a school has them, and return their paths."""
    paths = []
    for number in range(forms):
        folder = root / f"exams/groups/g{number // 25}/e{number}/forms"
        folder.mkdir(parents=True)
        path = folder / "first.yml"
        path.write_text(form(number), encoding="utf-8")
        paths.append(path)
    return paths


def bundled(root: Path) -> Path:
    """Write the schema with the shared definitions inside it, and return its path.

    check-jsonschema would look for them on the network, at the address in `$id`.
    """
    folder = shipped.folder("schemas")
    shared = json.loads((folder / "definitions.schema.json").read_bytes())["$defs"]
    text = (folder / "form.schema.json").read_text(encoding="utf-8")
    local = json.loads(text.replace("definitions.schema.json#/", "#/"))
    path = root / "bundled.schema.json"
    path.write_text(json.dumps({**local, "$defs": shared}), encoding="utf-8")
    return path


def seconds(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Return how long a command takes that finds all in order, and its CPU time."""
    used = os.times()
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True)
    taken = time.perf_counter() - start
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:].decode()
    now = os.times()
    user = now.children_user - used.children_user
    return taken, user + now.children_system - used.children_system


def line(sides: Sequence[tuple[float, float]], command: str) -> tuple[float, float]:
    """Print the medians of one side and return them."""
    wall, cpu = (statistics.median(figures) for figures in zip(*sides, strict=True))
    print(f"{wall:8.2f} s {cpu:8.2f} s of CPU  {command}")
    return wall, cpu


def main() -> None:
    """Run both by turns and print what they took."""
    forms, rounds = (int(text) for text in (*sys.argv[1:], "2000", "3")[:2])
    tools = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        paths = [str(path.relative_to(root)) for path in write(root, forms)]
        ours = [sys.executable, "-m", "proeve", "lint", "exams"]
        checker = [str(tools / "check-jsonschema"), "--schemafile", str(bundled(root))]
        theirs = [*checker, *paths]
        taken = [(seconds(ours, root), seconds(theirs, root)) for _ in range(rounds)]
    size = statistics.mean(len(form(number)) for number in range(forms))
    print(f"{forms} forms of {size / 1024:.1f} KiB, {rounds} rounds by turns")
    ours_taken, theirs_taken = zip(*taken, strict=True)
    mine = line(ours_taken, "python -m proeve lint exams")
    other = line(
        theirs_taken, "check-jsonschema --schemafile bundled.schema.json FILES"
    )
    print(f"{other[0] / mine[0]:8.1f} times {other[1] / mine[1]:6.1f} times less CPU")


if __name__ == "__main__":
    main()
