"""Times Python's process pool: one measurement for each line on standard input.

Usage: process_pool.py WORKERS
First prints the version of Python; then, for each line it reads, the seconds that took:
  start        a new pool with the start method spawn, until its first result is there
  map SIZE N   one map of N trivial jobs with chunks of SIZE
  trips N      N jobs, each submitted when the result of the one before is there
The pool for map and trips is started and warm before.
"""

import multiprocessing
import platform
import sys
import time
from concurrent.futures import ProcessPoolExecutor


def following(n):
    return n + 1


def start(workers):
    begin = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(following, 1).result() == 2
        return time.perf_counter() - begin


def map_all(pool, size, jobs):
    begin = time.perf_counter()
    results = list(pool.map(following, range(jobs), chunksize=size))
    seconds = time.perf_counter() - begin
    assert results == list(range(1, jobs + 1))
    return seconds


def trips(pool, jobs):
    begin = time.perf_counter()
    for n in range(jobs):
        assert pool.submit(following, n).result() == n + 1
    return time.perf_counter() - begin


def main():
    workers = int(sys.argv[1])
    with ProcessPoolExecutor(workers) as pool:
        map_all(pool, 1, 1000)
        print(platform.python_version(), flush=True)
        for line in sys.stdin:
            match line.split():
                case ["start"]:
                    seconds = start(workers)
                case ["map", size, jobs]:
                    seconds = map_all(pool, int(size), int(jobs))
                case ["trips", jobs]:
                    seconds = trips(pool, int(jobs))
                case _:
                    raise SystemExit(f"unknown measurement: {line}")
            print(seconds, flush=True)


if __name__ == "__main__":
    main()
