"""curator, which speaks OpenAI's protocol to a server of one's own."""

import json
import os

# It asks several servers how it is used, and looks prices up.
os.environ |= {"CURATOR_VIEWER": "0", "TELEMETRY_ENABLED": "false", "LITELLM_LOCAL_MODEL_COST_MAP": "True"}

import tiktoken
from bespokelabs import curator


class Letters:
    """Stands in for a table of tokens, which would be downloaded first: this makes the contender a little cheaper."""

    def encode(self, text, **_):
        return text[::4]


tiktoken.get_encoding = lambda name: Letters()


def run(url, source, output, in_flight):
    with open(source) as rows:
        prompts = [json.loads(line)["prompt"] for line in rows]
    os.environ["CURATOR_CACHE_DIR"] = f"{output}.cache"
    limits = {"max_requests_per_minute": 10_000_000, "max_tokens_per_minute": 10_000_000_000}
    model = curator.LLM(
        model_name="m",
        backend="openai",
        backend_params={"base_url": f"{url}/v1", "api_key": "key", "max_concurrent_requests": in_flight, **limits},
    )
    answers = model(prompts)
    with open(output, "w") as file:
        for number, answer in enumerate(answers.dataset):
            file.write(json.dumps({"n": number, "reply": answer}) + "\n")
