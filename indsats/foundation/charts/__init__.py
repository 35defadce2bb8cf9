"""Charts as server-rendered SVG, each with the table of its figures."""

from indsats.foundation.charts.bar_chart import bars
from indsats.foundation.charts.chart import Chart
from indsats.foundation.charts.stacked_chart import stacked_bars
from indsats.foundation.charts.timeline_chart import timeline

__all__ = ["Chart", "bars", "stacked_bars", "timeline"]
