"""A job that is killed fifty times at random moments: no row is lost, and none answered twice."""

from __future__ import annotations

from pathlib import Path

from kills import run_killed


def test_killed_fifty_times_a_job_loses_no_row_and_answers_none_twice(tmp_path: Path) -> None:
    run_killed(tmp_path, rows=2000, kills=50, seed=50)
