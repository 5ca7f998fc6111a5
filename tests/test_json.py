"""decode(): one JSON value in UTF-8, not nested too deeply, whatever else is in it."""

from __future__ import annotations

import json

import pytest
from cohere_chat._json import decode


@pytest.mark.parametrize("text", ["[" * 1000, "[{" * 1000, "]" * 1000, "[]" * 1000, '\\"[' * 1000])
def test_brackets_in_strings_are_not_counted_as_depth(text: str) -> None:
    assert decode(json.dumps({"a": [text]}).encode()) == {"a": [text]}


@pytest.mark.parametrize("filler", ["", "[" * 1000, "x" * 1000])
@pytest.mark.parametrize("kinds", [("[", "]"), ('{"a":', "}")])
def test_values_may_be_nested_256_levels_deep(kinds: tuple[str, str], filler: str) -> None:
    for depth, accepted in ((255, True), (256, False)):
        content = f'["{filler}", {kinds[0] * depth}1{kinds[1] * depth}]'.encode()
        if accepted:
            assert decode(content) == json.loads(content)
        else:
            with pytest.raises(ValueError, match="nested too deeply"):
                decode(content)


def test_brackets_in_strings_do_not_hide_depth() -> None:
    deep = '["]",' * 600 + "1" + ',"["]' * 600
    with pytest.raises(ValueError, match="nested too deeply"):
        decode(deep.encode())
    assert decode(json.dumps(["[{" * 300]).encode()) == ["[{" * 300]


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" * 2 + b"{}", b" \xef\xbb\xbf{}", b"\xef\xbb\xbf" * 300_000, b" \n" * 300_000]
)
def test_only_one_byte_order_mark_may_come_first(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"no JSON|Expecting value"):
        decode(content)


def test_a_byte_order_mark_and_blanks_around_a_value_are_skipped() -> None:
    assert decode(b"\xef\xbb\xbf \r\n\t{} \n") == {}
