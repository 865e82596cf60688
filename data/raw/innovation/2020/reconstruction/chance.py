"""Random numbers that are the same on every machine and for every version of NumPy.

RandomState is frozen by NumPy's own policy, and only its uniform numbers are used, added one by
one: no logarithm and no matrix product, whose last digits differ between machines.
"""

import zlib

import numpy as np

SEED = 20200611  # the first day of fieldwork
UNIFORMS = 4  # a sum of four is close enough to normal for ranking


def stream(purpose: str) -> np.random.RandomState:
    """A generator of its own for a purpose, so that changing one item moves no other."""
    return np.random.RandomState(SEED + zlib.crc32(purpose.encode("utf-8")) % 1_000_000)


def bell(purpose: str, size: int) -> np.ndarray:
    """Bell-shaped numbers, mean 0 and variance 1: centred sums of four uniforms."""
    uniforms = stream(purpose).random_sample((UNIFORMS, size))
    total = uniforms[0]
    for row in uniforms[1:]:
        total = total + row
    return (total - UNIFORMS / 2) * 1.7320508


def shuffled(purpose: str, values: list) -> list:
    """The values in a random order, by ranking uniforms."""
    order = np.argsort(stream(purpose).random_sample(len(values)), kind="stable")
    return [values[place] for place in order]
