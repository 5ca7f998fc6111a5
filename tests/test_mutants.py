"""The list of deliberate defects that `make mutants` tries out."""

from __future__ import annotations

from mutants import mutants


def test_each_deliberate_defect_fits_the_code_and_the_tests() -> None:
    listed = mutants()
    assert len({mutant["name"] for mutant in listed}) == len(listed) > 50
    assert all(mutant["old"] != mutant["new"] for mutant in listed)
