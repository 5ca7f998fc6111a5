"""``python -m cohere_chat.emulator``: the same as ``cohere-chat emulator``."""

import sys

from cohere_chat.__main__ import main

sys.exit(main(["emulator", *sys.argv[1:]]))
