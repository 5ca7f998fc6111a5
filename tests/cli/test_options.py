"""Parameters that are set by `-o key=value`."""

import cohere_chat
import pytest
from cohere_chat.cli._options import read_options
from cohere_chat.cli._run import CommandError
from cohere_chat_api.groups.v2 import CHAT

CO = cohere_chat.ClientV2(api_key="")
KNOWN = "; known are " + ", ".join(sorted(CHAT.parameters.keys() - {"model"}))


@pytest.mark.parametrize(
    ("pair", "value"),
    [
        ("temperature=0.2", 0.2),
        ("temperature=1", 1),
        ("seed=7", 7),
        ("logprobs=true", True),
        ("safety_mode=STRICT", "STRICT"),
        ('safety_mode="STRICT"', "STRICT"),
        ('stop_sequences=["a", "1"]', ["a", "1"]),
        ('thinking={"type": "disabled"}', {"type": "disabled"}),
        ("citation_options={}", {}),
    ],
)
def test_values_are_json_or_texts(pair, value):
    assert read_options(CO.chat, [pair], {}) == {pair.partition("=")[0]: value}


@pytest.mark.parametrize(("pair", "value"), [("before=2026", "2026"), ("before=2026-01-01=x", "2026-01-01=x")])
def test_a_text_that_looks_like_json_stays_a_text_where_one_is_wanted(pair, value):
    assert read_options(CO.datasets.iterate, [pair], {}) == {"before": value}


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        (["seed"], "-o seed: it must be of the form key=value"),
        (["sed=1"], "-o sed=1: there is no parameter 'sed'; did you mean 'seed'?"),
        (["colour=red"], f"-o colour=red: there is no parameter 'colour'{KNOWN}"),
        (["request_options={}"], f"-o request_options={{}}: there is no parameter 'request_options'{KNOWN}"),
        (["model=x"], "-o model=x: -m sets model"),
        (["seed=1", "seed=2"], "-o seed=2: seed is given twice"),
        (["seed=1.5"], "-o seed=1.5: the value must be an integer"),
        (["seed=true"], "-o seed=true: the value must be an integer"),
        (["seed=null"], "-o seed=null: the value must be an integer"),
        (["temperature=hot"], "-o temperature=hot: the value must be a number"),
        (["temperature=NaN"], "-o temperature=NaN: the value must be a number"),
        (["logprobs=1"], "-o logprobs=1: the value must be true or false"),
        (["safety_mode=off"], "-o safety_mode=off: the value must be one of CONTEXTUAL, OFF, STRICT"),
        (["stop_sequences=END"], "-o stop_sequences=END: the value must be a JSON list, each item a text"),
        (["stop_sequences=[1]"], "-o stop_sequences=[1]: the value must be a JSON list, each item a text"),
        (["thinking=yes"], "-o thinking=yes: the value must be a JSON object"),
        (
            ["documents=1"],
            "-o documents=1: the value must be a JSON list, each item a text or a JSON object",
        ),
    ],
)
def test_what_chat_does_not_take_is_refused(pairs, told):
    with pytest.raises(CommandError) as caught:
        read_options(CO.chat, pairs, {"model": "-m"})
    assert str(caught.value) == told
