"""A measured figure, its limit, and how they are printed."""

import statistics
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Several measurements of one thing and the limit for their median; all in `unit`."""

    name: str
    values: tuple[float, ...]
    limit: float
    unit: str

    def line(self) -> str:
        """Median, spread, limit and their ratio."""
        median = statistics.median(self.values)
        return (
            f"{self.name:<44} {median:9.1f} {self.unit:<3} "
            f"({min(self.values):.1f} … {max(self.values):.1f}, n={len(self.values)})   "
            f"limit {self.limit:g} {self.unit}   ratio {median / self.limit:.2f}"
        )
