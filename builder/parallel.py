"""Work in parts that do not ask each other, on all of the machine's processors at once."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

Part = TypeVar("Part")
Made = TypeVar("Made")

# What the copies of this process work on: they have it by being copies, so only its number is sent to them.
_work: tuple[Callable[[Any], Any], Sequence[Any]]


@contextmanager
def aside(
    work: Callable[[Part], Made], parts: Sequence[Part], copies: bool = True
) -> Iterator[Callable[[], list[Made]]]:
    """Begins the work on every part in copies of this process, and gives what waits for the results, in the parts' order.

    work: has no effect but its result, which can be pickled; the longest parts are best put first. Where processes cannot
    be copied safely (not on Linux, or beside other threads), or copies are not wanted, it is done here when it is waited
    for. Raises what work raises.
    """

    def here() -> list[Made]:
        return [work(part) for part in parts]

    processors = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if not copies or min(processors, len(parts)) < 2 or threading.active_count() > 1:
        yield here
        return
    global _work
    _work = (work, parts)
    # A collector that walks over what a copy shares would have it copied in fact.
    gc.freeze()
    try:
        with ProcessPoolExecutor(min(processors, len(parts)), get_context("fork")) as pool:
            begun: list[Future[Made]] = [pool.submit(_part, number) for number in range(len(parts))]

            def there() -> list[Made]:
                try:
                    return [each.result() for each in begun]
                except BrokenProcessPool:
                    # A copy was killed, for want of memory most likely.
                    return here()

            yield there
    finally:
        gc.unfreeze()


def in_parallel(work: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
    """The work on every part, in their order: `aside`, waited for."""
    with aside(work, parts) as results:
        return results()


def _part(number: int) -> Any:
    work, parts = _work
    return work(parts[number])
