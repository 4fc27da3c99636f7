"""Work in parts gives the same, whether it is done in copies of the process, beside threads, or after a copy was killed."""

import os
import signal
import threading

import pytest

from builder.parallel import aside, in_parallel


def test_results_come_in_the_order_of_the_parts():
    assert in_parallel(lambda part: part * part, range(20)) == [part * part for part in range(20)]


def test_no_parts_are_no_work():
    assert in_parallel(str, []) == []


def test_what_a_part_raises_is_raised():
    with pytest.raises(ZeroDivisionError):
        in_parallel(lambda part: 1 / part, [2, 1, 0])


def test_beside_another_thread_the_work_is_done_here():
    # A copy made beside a thread may hold what the thread had locked.
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    try:
        assert set(in_parallel(lambda part: os.getpid(), range(8))) == {os.getpid()}
    finally:
        done.set()
        beside.join()


def test_a_copy_that_is_killed_leaves_its_work_to_this_process():
    here = os.getpid()

    def work(part: int) -> int:
        if part == 3 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return part

    assert in_parallel(work, range(6)) == list(range(6))


def test_what_is_done_meanwhile_does_not_disturb():
    with aside(len, ["a", "bb", "ccc"]) as lengths:
        meanwhile = sum(range(10))
        assert (lengths(), meanwhile) == ([1, 2, 3], 45)
