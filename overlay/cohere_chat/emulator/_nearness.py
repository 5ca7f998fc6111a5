"""How near texts are: they are when they share words, whatever the forms of these."""

import hashlib
import math
import re
from collections import Counter

Bag = Counter[str]
"""The stems of a text's words, each as often as it occurs."""

_SUFFIX = re.compile(r"(?<=\w{3})(?:ing|edly|ed|ies|es|s|ly|er|est|y|e)$")
_UNTELLING = frozenset(
    re.findall(
        r"\w+",
        "the and for are was were with that this from what which who whose how why when where does did has have had "
        "its our your their they you his her can could would should will not but into than then there these those "
        "about of in on at by to is it an or as be do we he she if so no up my me us any all a i",
    )
)


def bag_of(text: str) -> Bag:
    """Return the stems of the words in `text` that tell something; where none does, of all, or the text itself."""
    words = re.findall(r"\w+", text.lower())
    stems: list[str] = []
    for word in [word for word in words if word not in _UNTELLING] or words or [text]:
        if word.isascii():
            stems.append(_SUFFIX.sub("", word))
        else:  # scripts without blanks have words that cannot be told apart: pairs of letters do
            stems += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
    return Counter(stems)


def nearness(one: Bag, other: Bag) -> float:
    """Return the cosine of two bags: 0 if they share nothing, 1 if they are the same."""
    shared = sum(count * other[stem] for stem, count in one.items() if stem in other)
    return shared / math.sqrt(_square(one) * _square(other)) if shared else 0.0


def _square(bag: Bag) -> int:
    return sum(count * count for count in bag.values())


def vector_of(bag: Bag, dimension: int) -> list[float]:
    """Return a vector of unit length: the cosine of two is about the nearness of their bags.

    A shorter one is the beginning of a longer one, but for its length.
    """
    # Each stem stands for random bytes. They are added as lanes of one large number, which is many times faster
    # than one by one.
    total = 0
    for stem, count in bag.items():
        lanes = bytearray(4 * dimension)
        lanes[::4] = hashlib.shake_256(stem.encode("utf-8", "replace")).digest(dimension)
        total += count * int.from_bytes(lanes, "little")
    sums = memoryview(total.to_bytes(4 * dimension, "little")).cast("I")
    middle = 127.5 * bag.total()
    length = math.sqrt(sum((value - middle) ** 2 for value in sums))
    return [round((value - middle) / length, 7) for value in sums]
