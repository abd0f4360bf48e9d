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
    digits: int = 1
    """Behind the decimal point."""

    def line(self) -> str:
        """Median, spread, limit and their ratio."""
        median, least, most = (
            f"{value:.{self.digits}f}"
            for value in (statistics.median(self.values), min(self.values), max(self.values))
        )
        return (
            f"{self.name:<44} {median:>9} {self.unit:<3} ({least} … {most}, n={len(self.values)})   "
            f"limit {self.limit:g} {self.unit}   ratio {statistics.median(self.values) / self.limit:.2f}"
        )
