"""Everything that the contract says, taken out one by one, comes back by a sync.

With the vendor's newest document or, without that, with one of our own in its words. ROUND_TRIPS=40 takes a sample,
ROUND_TRIPS=3/8 the third of eight parts.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from round_trips import all_features, check_that_it_comes_back, known, name_of
from spec.write import Pointer

FEATURES = all_features()
SIZE, _, PARTS = os.environ.get("ROUND_TRIPS", "1/1").partition("/")
FEATURES = FEATURES[int(SIZE) - 1 :: int(PARTS)] if PARTS else random.Random(int(SIZE)).sample(FEATURES, int(SIZE))


@pytest.mark.parametrize("feature", FEATURES, ids=map(name_of, FEATURES))
def test_it_comes_back(feature: tuple[Pointer, ...], tmp_path: Path) -> None:
    check_that_it_comes_back(feature, known(tmp_path))
