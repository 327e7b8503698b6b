"""A system of sums over whole numbers, and the least and the most that a sum of them may be (HiGHS, through SciPy)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.optimize import Bounds, LinearConstraint

Sum = Mapping[int, int]  # variable -> how many times


class Contradiction(AssertionError):
    """Nothing satisfies the system: what was told to it is false."""


class Unknowns:
    def __init__(self) -> None:
        self._ends: list[tuple[int, int]] = []
        self._rows: list[tuple[Sum, float, float]] = []

    def add(self, low: int, high: int) -> int:
        self._ends.append((low, high))
        return len(self._ends) - 1

    def expect(self, terms: Sum, low: float = -np.inf, high: float = np.inf) -> None:
        """That a sum is between two ends. To be called before the first question."""
        self._rows.append((terms, low, high))

    def least(self, terms: Sum, *, as_it_stands: bool = False) -> list[int]:
        """A solution where the sum is the least. Raises Contradiction when there is none.

        `as_it_stands`: without HiGHS's simplification of the system first, which sometimes leaves a solution out.
        """
        from scipy.optimize import milp  # a second to load, which whoever only collects tests need not wait for

        costs = np.zeros(len(self._ends))
        for variable, times in terms.items():
            costs[variable] += times
        result = milp(
            costs,
            constraints=self._system,
            integrality=np.ones(len(costs)),
            bounds=self._bounds,
            options={"presolve": not as_it_stands},
        )
        if result.x is None:
            raise Contradiction(result.message)
        return [round(value) for value in result.x]

    def most(self, terms: Sum, *, as_it_stands: bool = False) -> list[int]:
        return self.least({variable: -times for variable, times in terms.items()}, as_it_stands=as_it_stands)

    @cached_property
    def _bounds(self) -> Bounds:
        from scipy.optimize import Bounds

        return Bounds([low for low, _ in self._ends], [high for _, high in self._ends])

    @cached_property
    def _system(self) -> LinearConstraint | tuple[()]:
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        if not self._rows:
            return ()
        entries = [
            (row, variable, times) for row, (terms, _, _) in enumerate(self._rows) for variable, times in terms.items()
        ]
        rows, variables, times = zip(*entries, strict=True)
        matrix = csr_array((times, (rows, variables)), shape=(len(self._rows), len(self._ends)))
        return LinearConstraint(matrix, [low for _, low, _ in self._rows], [high for _, _, high in self._rows])
