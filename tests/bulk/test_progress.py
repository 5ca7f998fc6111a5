"""What a person sees while a job runs, and the picture of it afterwards."""

import io
import re
import xml.etree.ElementTree as ET

import pytest
from cohere_chat.bulk import _progress, _report
from cohere_chat.bulk.summary import Summary

SUMMARY = Summary(
    rows=100,
    ok=97,
    failed=3,
    failures_by_kind={"RowError": 2, "<i>": 1},
    input_tokens=1000,
    output_tokens=2000,
    seconds=75.0,
    p50=0.25,
    p99=1.5,
)


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Terminal(io.StringIO):
    def isatty(self):
        return True


def end_rows(progress, count, **changes):
    for _ in range(count):
        progress.row_ended(**({"ok": True, "kind": None, "tokens": 10, "seconds": 0.2} | changes))


def test_a_line_tells_rows_failures_rate_limit_tokens_and_the_time_left():
    clock = Clock()
    tally = _progress.Tally(clock)
    tally.started(total=6000, done=1000, failed=2)
    assert tally.line() == "1,002 of 6,000 rows, 2 failed, 0 rows a minute, 0 tokens"
    tally.rate_changed(450)
    end_rows(tally, 97)
    end_rows(tally, 1, ok=False, kind="RowError", tokens=0)
    clock.now += 30
    told = "1,100 of 6,000 rows, 3 failed, 196 rows a minute, at most 450 requests, 970 tokens"
    assert tally.line() == f"{told}, 25 min 0 s left"
    tally.waiting("the service asks to wait", 20)
    assert tally.line() == f"{told}, waiting 20 s: the service asks to wait"
    tally.waiting(None, 0)
    assert tally.line() == f"{told}, 25 min 0 s left"


def test_the_rate_is_that_of_the_last_minute():
    clock = Clock()
    tally = _progress.Tally(clock)
    tally.started(total=None, done=0, failed=0)
    end_rows(tally, 1000)
    for _ in range(20):
        clock.now += 10
        tally.line()
    end_rows(tally, 30)
    assert "1,030 rows, 0 failed, 30 rows a minute" in tally.line()


def test_without_a_terminal_a_line_comes_every_ten_seconds_and_before_a_wait():
    clock, stream = Clock(), io.StringIO()
    lines = _progress.show_on(stream)
    lines._clock = clock
    lines.started(total=50, done=0, failed=0)
    end_rows(lines, 10)
    clock.now += 10
    end_rows(lines, 10)
    lines.waiting("no request gets through", 5)
    lines.waiting(None, 0)
    lines.ended(SUMMARY)
    lines.close()
    printed = stream.getvalue().splitlines()
    assert [line.split(" of")[0] for line in printed] == ["0", "11", "20", "20"]
    assert printed[2].endswith("waiting 5 s: no request gets through")


def test_on_a_terminal_a_bar_is_drawn(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    bar = _progress.show_on(stream)
    assert isinstance(bar, _progress.Bar)
    bar.close()
    bar.started(total=50, done=0, failed=0)
    end_rows(bar, 50)
    bar.ended(SUMMARY)
    bar.close()
    assert "50 of 50 rows" in stream.getvalue()
    assert "━" in stream.getvalue()


def test_without_rich_a_terminal_gets_lines(monkeypatch):
    monkeypatch.setattr(_progress, "find_spec", lambda name: None)
    assert isinstance(_progress.show_on(Terminal()), _progress.Lines)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0 s"), (59.6, "1 min 0 s"), (75, "1 min 15 s"), (3600, "1 h 0 min"), (200_000, "2 d 7 h")],
)
def test_a_time_is_shown_in_two_units(seconds, shown):
    assert _progress.show_seconds(seconds) == shown


def test_a_tee_tells_all():
    clock = Clock()
    both = [_progress.Tally(clock), _progress.Lines(io.StringIO(), clock)]
    tee = _progress.Tee(both)
    tee.started(total=7, done=1, failed=0)
    end_rows(tee, 2)
    tee.rate_changed(300)
    tee.waiting("why", 3)
    assert {each.line() for each in both} == {
        "3 of 7 rows, 0 failed, 0 rows a minute, at most 300 requests, 20 tokens, waiting 3 s: why"
    }
    _progress.Tee(both[1:]).ended(SUMMARY)


def record(clock, *, rows, seconds):
    recorder = _report.Recorder(clock)
    recorder.started(total=rows, done=0, failed=0)
    recorder.rate_changed(600)
    for index in range(rows):
        recorder.row_ended(ok=index % 10 > 0, kind=None, tokens=1, seconds=0.1)
        recorder.waiting(None, 0)
        clock.now += seconds / rows
    recorder.ended(SUMMARY)
    return recorder


@pytest.mark.parametrize("seconds", [20, 599, 601, 100_000])
def test_what_is_recorded_stays_small_and_loses_nothing(seconds):
    recorder = record(Clock(), rows=1000, seconds=seconds)
    assert len(recorder.buckets) <= _report.MOST_BUCKETS
    assert sum(bucket.ok for bucket in recorder.buckets) == 900
    assert sum(bucket.failed for bucket in recorder.buckets) == 100
    assert {bucket.limit for bucket in recorder.buckets} == {600}
    assert len(recorder.buckets) * recorder.width >= seconds * 0.99


def test_a_job_that_sleeps_for_a_day_is_recorded_as_a_gap():
    clock = Clock()
    recorder = record(clock, rows=3, seconds=3)
    clock.now += 86_400
    recorder.row_ended(ok=True, kind=None, tokens=1, seconds=0.1)
    assert recorder.buckets[-1].ok == 1
    assert sum(bucket.ok + bucket.failed for bucket in recorder.buckets) == 4


def test_the_report_is_one_page_that_needs_nothing_else(tmp_path):
    path = tmp_path / "report.html"
    _report.write_report(path, "a & b", SUMMARY.to_dict(), record(Clock(), rows=1000, seconds=300))
    page = path.read_text()
    for told in ("a &amp; b", "failed: &lt;i&gt;", "1 min 15 s", "0.25 s", "answers a minute", "failures a minute"):
        assert told in page
    assert not re.search(r"<script|src=|href=|https?:", page)
    pictures = [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL)]
    assert [len(picture.findall("polyline[@class='limit']")) for picture in pictures] == [1, 0]
    steps = pictures[0].find("polygon[@class='ok']").get("points").split()
    # The area of a chart is what was answered: 180 a minute, of at most 1,000.
    heights = {156 - float(point.split(",")[1]) for point in steps[1:-1]}
    assert max(heights) == pytest.approx(180 / 1000 * 132, abs=13)


def test_a_job_that_ended_at_once_has_a_report_as_well(tmp_path):
    nothing = {"rows": 0, "ok": 0, "failed": 0, "failures_by_kind": {}, "tokens": {"input_tokens": 0}, "seconds": 0.0}
    _report.write_report(tmp_path / "r.html", "t", {**nothing, "latency": {"p50": None}}, _report.Recorder(Clock()))
    assert (tmp_path / "r.html").read_text().count("<svg") == 2
