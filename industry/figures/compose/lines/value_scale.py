"""The value axis of lines: how far it reaches, and its round values. Where they stand belongs in ``lines``."""

from __future__ import annotations

from math import ceil, floor, log10

from industry.figures.record import LinesPanel


def extent(panel: LinesPanel) -> tuple[float, float]:
    """From the least to the greatest value, zero with them where the panel keeps it; never nothing."""
    values = [value for one in panel.series for value in one.values if value is not None]
    values += [0.0] if panel.zero else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    return low, high if high > low else low + 1.0


def step(low: float, high: float) -> float:
    """The distance of three to six round values."""
    rough = (high - low) / 4
    power = 10.0 ** floor(log10(rough))
    return next(one * power for one in (1, 2, 2.5, 5, 10) if one * power >= rough * 0.999)


def inside(low: float, high: float) -> list[float]:
    """The round values from ``low`` to ``high``."""
    by = step(low, high)
    return [round(index * by, 10) for index in range(ceil(low / by - 1e-9), floor(high / by + 1e-9) + 1)]


def around(low: float, high: float) -> tuple[float, float]:
    """The nearest round values not inside."""
    by = step(low, high)
    return by * floor(low / by + 1e-9), by * ceil(high / by - 1e-9)
