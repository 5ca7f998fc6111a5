"""This package."""

import os

from cohere_chat import bulk

ROW = bulk.ChatRow(model="m", prompt="prompt")


def run(url, source, output, in_flight, **options):
    os.environ |= {"CO_API_KEY": "key", "CO_API_URL": url}
    return bulk.run(source, output, ROW, in_flight=in_flight, **{"requests_per_minute": None, **options})
