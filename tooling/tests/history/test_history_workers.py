"""Worker processes: in order, and their end is never silence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from proeve.errors import ProeveError, RepositoryError
from proeve.history.refusals import refuse
from proeve.history.workers import in_order


def double(number: int) -> int:
    return 2 * number


def dies(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number


def refuses(number: int) -> int:
    if number == 3:
        raise refuse("missing", oid="x")
    return number


def stops(number: int) -> int:
    raise ProeveError(f"nl {number}", f"en {number}")


def test_results_come_in_the_order_of_the_jobs() -> None:
    assert list(in_order(double, range(20), 2)) == [2 * n for n in range(20)]


def test_no_jobs_give_no_results() -> None:
    assert list(in_order(double, (), 2)) == []


def test_a_worker_that_dies_stops_the_run() -> None:
    with pytest.raises(RepositoryError, match="worker process stopped"):
        list(in_order(dies, range(20), 2))


def test_a_refusal_in_a_worker_reaches_the_reader_in_both_languages() -> None:
    with pytest.raises(RepositoryError) as caught:
        list(in_order(refuses, range(20), 2))
    assert "ontbreekt" in caught.value.nl
    assert "missing" in caught.value.en


def test_another_reason_to_stop_is_no_pass_either() -> None:
    with pytest.raises(ProeveError, match="en 0"):
        list(in_order(stops, range(3), 2))


BESIDE_A_THREAD = """
import math, threading
from proeve.history.workers import in_order

if __name__ == "__main__":
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    print(list(in_order(math.factorial, range(4), 2)))
    done.set()
"""


def test_beside_a_thread_workers_start_afresh(tmp_path: Path) -> None:
    # A program of its own: what starts afresh imports the main module again.
    program = tmp_path / "program.py"
    program.write_text(BESIDE_A_THREAD, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, check=False
    )
    assert run.stdout == "[1, 1, 2, 6]\n", run.stderr
