"""The pytest fixture `cohere_emulator`, in a pytest of its own."""

import pytest

pytest_plugins = ["pytester"]

TESTS = """
import os
import cohere_chat

PARAMS = {"model": "command-a-plus-05-2026", "messages": [{"role": "user", "content": "Hi"}]}

def test_the_environment_leads_to_the_emulator(cohere_emulator):
    assert os.environ["CO_API_URL"] == cohere_emulator.url
    with cohere_chat.ClientV2() as client:
        client.chat(**PARAMS)
    [request] = cohere_emulator.requests
    assert request.body == PARAMS | {"stream": False}
    assert request.headers["authorization"] == "Bearer emulator-key-000"
    cohere_emulator.fail_next(status=500, times=99)

def test_a_test_begins_afresh(cohere_emulator):
    assert cohere_emulator.requests == []
    cohere_emulator.reply_with("Hello")
    with cohere_chat.ClientV2(max_retries=0) as client:
        assert client.chat(**PARAMS).message.content[0].text == "Hello"

def test_without_the_fixture_there_is_no_trace():
    assert "CO_API_URL" not in os.environ
"""


def test_the_fixture_gives_each_test_a_clean_emulator(pytester: pytest.Pytester, monkeypatch):
    monkeypatch.delenv("CO_API_URL", raising=False)
    pytester.makepyfile(TESTS)
    pytester.runpytest_subprocess("-W", "error", "-p", "no:cacheprovider").assert_outcomes(passed=3)


@pytest.mark.parametrize("given", [{}, {"NO_PROXY": "a.example"}, {"NO_PROXY": "b.example", "no_proxy": "a.example"}])
def test_the_fixture_needs_no_proxy_and_keeps_the_hosts_that_need_none(
    pytester: pytest.Pytester, monkeypatch, refused, given
):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name, hosts in {"HTTP_PROXY": f"http://{refused}", **given}.items():
        monkeypatch.setenv(name, hosts)
    expected = "a.example,127.0.0.1" if given else "127.0.0.1"
    pytester.makepyfile(
        f"""
        import os
        import cohere_chat

        def test_a_request(cohere_emulator):
            with cohere_chat.ClientV2(max_retries=0) as client:
                client.models.list()
            assert (os.environ["no_proxy"], os.environ["NO_PROXY"]) == ({expected!r}, {expected!r})
        """
    )
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


def test_unused_the_plugin_imports_nothing(pytester: pytest.Pytester):
    pytester.makepyfile(
        """
        import sys

        def test_imports():
            assert "pytest_cohere_chat" in sys.modules
            assert not [name for name in sys.modules if name.startswith(("cohere_chat", "starlette"))]
        """
    )
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)
