"""Times the six numbers of the prime problem in a process pool: one map for each line on standard input.

Usage: primes.py WORKERS
First prints the version of Python; then, for each line it reads, the seconds that one map took. The pool is started and warm before.
"""

import platform
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from math import isqrt

NUMBERS = [
    112272535095293,
    112582705942171,
    112272535095293,
    115280095190773,
    115797848077099,
    1099726899285419,
]
ANSWERS = [True, True, True, True, True, False]


def is_prime(n):
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    for divisor in range(3, isqrt(n) + 1, 2):
        if n % divisor == 0:
            return False
    return True


def main():
    workers = int(sys.argv[1])
    with ProcessPoolExecutor(workers) as pool:
        list(pool.map(is_prime, NUMBERS))
        print(platform.python_version(), flush=True)
        for _ in sys.stdin:
            start = time.perf_counter()
            answers = list(pool.map(is_prime, NUMBERS))
            seconds = time.perf_counter() - start
            assert answers == ANSWERS, answers
            print(seconds, flush=True)


if __name__ == "__main__":
    main()
