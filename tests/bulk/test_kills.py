"""A job that is killed at any moment goes on where it was."""

from __future__ import annotations

from pathlib import Path

from kills import run_killed


def test_killed_three_times_a_job_loses_no_row_and_answers_none_twice(tmp_path: Path) -> None:
    run_killed(tmp_path, rows=150, kills=3, seed=18)
