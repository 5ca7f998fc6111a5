"""How fast requests may follow one another, with a clock of our own."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Callable

import pytest
from cohere_chat.bulk._limits import Budget, Limiter


def send(limiter: Limiter, now: float, count: int, weight: int = 1) -> list[float]:
    """Send so many requests as soon as the limiter allows each; give when."""
    times = []
    for _ in range(count):
        # Bounded: the limiter must not let us wait for ever.
        for _ in range(1000):
            wait = limiter.wait(now, weight)
            if not wait:
                break
            now += wait
        else:
            raise AssertionError("waits without end")
        limiter.take(now, weight)
        times.append(now)
    return times


def most_within(times: list[float], seconds: float, weight: int = 1) -> int:
    """The most of them in any window of so many seconds."""
    times = sorted(times)
    return max(bisect_left(times, start + seconds) - i for i, start in enumerate(times)) * weight


@pytest.mark.parametrize("limit", [6, 60, 450, 5000])
def test_no_minute_has_more_than_the_limit_though_the_network_delays_by_chance(limit: int) -> None:
    chance = random.Random(limit)
    times = send(Limiter(limit, None, 100.0), 100.0, 4 * limit)
    assert most_within([time + chance.uniform(0, 0.85) for time in times], 60) <= limit


@pytest.mark.parametrize("limit", [60, 450, 5000])
def test_the_limit_is_used(limit: int) -> None:
    times = send(Limiter(limit, None, 0.0), 0.0, 4 * limit)
    assert times[0] == 0
    assert (times[-1] - times[0]) / 60 * limit <= 4 * limit * 1.02


def test_late_wakeups_are_made_up_for() -> None:
    chance = random.Random(1)
    limiter, now, sent = Limiter(6000, None, 0.0), 0.0, 0
    while now < 60:
        now += limiter.wait(now) + chance.uniform(0, 0.03)
        while not limiter.wait(now):
            limiter.take(now)
            sent += 1
    assert 5850 <= sent <= 6010


def test_a_burst_after_idleness_is_never_more_than_one_seconds_worth() -> None:
    limiter = Limiter(600, None, 0.0)
    times = send(limiter, 1000.0, 100)
    assert most_within(times, 0.01) <= 10
    assert most_within(times, 1.0) <= 11


def test_inputs_count_one_by_one() -> None:
    times = send(Limiter(450, None, 0.0), 0.0, 60, weight=22)
    assert most_within(times, 60, weight=22) <= 450
    assert times[-1] <= 60 * 22 / 450 * 60 * 1.06


def test_more_than_a_minutes_worth_goes_out_alone() -> None:
    assert send(Limiter(10, None, 0.0), 0.0, 3, weight=25) == [0.0, pytest.approx(152.4), pytest.approx(304.9)]


def test_what_was_just_sent_by_another_process_counts() -> None:
    assert Limiter(60, None, 0.0).wait(0.0) == 0
    assert Limiter(60, None, 0.0, spent=1).wait(0.0) == pytest.approx(61 / 60)


def test_without_limits_nothing_waits_but_for_429() -> None:
    limiter = Limiter(None, None, 0.0)
    limiter.take(0.0)
    assert limiter.wait(0.0) == 0
    assert limiter.rate(0.0) is None
    assert not limiter.counts_tokens
    limiter.refused(0.0, 1.0, 7.0)
    assert limiter.wait(1.0) == 7.0


def test_nothing_is_sent_until_retry_after_is_over() -> None:
    limiter = Limiter(600, None, 0.0)
    limiter.take(0.0)
    assert limiter.refused(0.0, 1.0, 30.0) == 30.0
    # A shorter one that comes later does not shorten it.
    assert limiter.refused(0.5, 2.0, 3.0) == 29.0
    assert limiter.wait(30.9) == pytest.approx(0.1)
    times = send(limiter, 2.0, 50)
    assert times[0] == 31.0
    # And then there is no burst.
    assert most_within(times, 1.0) <= 8


def test_several_429_to_requests_already_sent_count_as_one() -> None:
    limiter = Limiter(1000, None, 0.0)
    for now in (10.0, 10.1, 10.2):
        limiter.refused(9.9, now, 1.0)
    assert limiter.rate(10.2) == pytest.approx(700)
    limiter.refused(11.5, 11.6, 1.0)
    assert limiter.rate(11.6) == pytest.approx(490)


def test_the_rate_regains_five_percent_of_the_limit_every_ten_seconds() -> None:
    limiter = Limiter(1000, None, 0.0)
    limiter.refused(1.0, 2.0, 3.0)
    rates = [limiter.rate(5.0 + seconds) for seconds in (0, 9.9, 10, 20, 59.9, 60, 1000)]
    assert rates == [pytest.approx(rate) for rate in (700, 700, 750, 800, 950, 1000, 1000)]


def test_the_lower_rate_is_kept() -> None:
    limiter = Limiter(600, None, 0.0)
    limiter.refused(0.0, 0.0, 0.0)
    times = send(limiter, 0.0, 60)
    assert times[-1] - times[0] == pytest.approx(59 * 61 / 420, rel=0.02)


def test_the_rate_falls_no_lower_than_to_a_twentieth() -> None:
    limiter = Limiter(1000, None, 0.0)
    for second in range(100):
        limiter.refused(second + 0.5, second + 0.6, 0.0)
    assert limiter.rate(99.6) == pytest.approx(50)


def test_a_429_that_does_not_say_how_long_pauses_longer_each_time_until_a_success() -> None:
    limiter, now, pauses = Limiter(600, None, 0.0), 0.0, []
    for _ in range(8):
        pauses.append(round(limiter.refused(now + 0.1, now + 0.2, None), 6))
        now += 100
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]
    limiter.succeeded()
    assert limiter.refused(now + 0.1, now + 0.2, None) == pytest.approx(1)


def simulate_tokens(
    limit: float, estimate: Callable[[int], float], billed: Callable[[int], float]
) -> list[list[float]]:
    """Requests of so many tokens, each billed after half a second; give when and how many."""
    limiter, now, bills = Limiter(None, limit, 0.0), 0.0, []
    under_way: list[tuple[float, int]] = []
    for index in range(200):
        for _ in range(10_000):
            wait = limiter.wait(now, 1, estimate(index))
            if not wait:
                break
            now += min(wait, 0.1)
            while under_way and under_way[0][0] + 0.5 <= now:
                start, done = under_way.pop(0)
                limiter.settle(now, estimate(done), billed(done))
                bills.append([start + 0.5, billed(done)])
        limiter.take(now, 1, estimate(index))
        under_way.append((now, index))
    return bills


@pytest.mark.parametrize("factor", [0.5, 1.0, 3.0], ids=["too few", "right", "too many"])
def test_billed_tokens_keep_within_the_limit_however_wrong_the_estimate(factor: float) -> None:
    bills = simulate_tokens(6000, lambda _: 100 * factor, lambda _: 100)
    most = max(sum(tokens for time, tokens in bills if start <= time < start + 60) for start, _ in bills)
    # An estimate that is too low is told by the first bills; what is under way until then is above the limit.
    assert most <= 6000 + (200 if factor < 1 else 0)
    seconds = bills[-1][0] - bills[0][0]
    assert len(bills) * 100 / seconds * 60 >= 6000 * 0.9


def test_what_is_under_way_counts_until_it_is_billed() -> None:
    budget = Budget(100, 0.0)
    budget.reserve(0.0, 80, 1.0)
    # Nobody knows how long it will be.
    assert budget.wait(200.0, 30) == pytest.approx(0.25)
    budget.settle(200.0, 80, 90)
    assert budget.wait(200.0, 30) == pytest.approx(61)
    assert budget.wait(261.0, 30) == 0


def test_tokens_wait_as_well_after_a_429() -> None:
    limiter = Limiter(None, 6000, 0.0)
    limiter.take(0.0, 1, 10)
    limiter.settle(0.1, 10, 10)
    limiter.refused(0.0, 0.2, 5.0)
    assert limiter.wait(0.2, 1, 10) == pytest.approx(5.0)


def test_the_memory_of_a_minute_is_bounded() -> None:
    limiter = Limiter(100_000, None, 0.0)
    send(limiter, 0.0, 50_000)
    assert limiter._requests
    assert len(limiter._requests._used) < 1300
