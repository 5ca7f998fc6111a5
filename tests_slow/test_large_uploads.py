"""A file of 1 GB goes out in pieces, also a second time, within 10 MB of memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import Both
from test_uploads import check_large_upload


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("given", ["path", "file"])
def test_a_file_of_1_gb_goes_out_in_pieces(kind: str, given: str, tmp_path: Path) -> None:
    both = Both(kind)
    check_large_upload(both, tmp_path / "large.wav", 1_000_000_000, given)
    both.close()
