package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.ui.chart.Span;

/** What is shown, and the stretch of both axes. */
record BandFrame(BandChart.Content content, Span x, Span y, boolean logarithmic) {}
