"""What documentation shows is short: lines of the user's own, without imports and the client."""

from __future__ import annotations

import re

import pytest
from support import ROOT


@pytest.mark.parametrize(
    ("page", "block", "most"),
    [("structured-output.md", 0, 6), ("structured-output.md", 1, 6), ("tools.md", 0, 15)],
)
def test_it_takes_few_lines(page: str, block: int, most: int) -> None:
    code = re.findall(r"^```python\n(.*?)^```$", (ROOT / "docs" / page).read_text(), re.DOTALL | re.MULTILINE)[block]
    assert "co.chat_parse(" in code or "co.run_tools(" in code
    own = [line for line in code.splitlines() if line and not re.match(r"import |from |co = |model = ", line)]
    assert len(own) <= most, own
