"""The picture in the documentation."""

import xml.etree.ElementTree as ET

import terminal_picture


def words(picture):
    """What there is to read in a picture; how it is laid out is rich's business."""
    texts = ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    return [word for text in texts for word in "".join(text.itertext()).split()]


def test_the_picture_is_what_the_command_shows():
    """Run `python tools/terminal_picture.py` if this fails."""
    drawn = words(terminal_picture.draw())
    assert "differ?" in " ".join(drawn)
    assert words(terminal_picture.PICTURE.read_text()) == drawn
