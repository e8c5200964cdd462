package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.ui.chart.Tints;

/**
 * What a histogram shows.
 *
 * @param histogram the counts; its groups are stacked, the first at the bottom
 * @param tints what the colours of the groups stand for; a group beyond them is drawn muted
 * @param groups number of groups that have a colour; 0 for bars of one neutral colour
 * @param yName name of the vertical axis
 */
public record Bars(Histogram histogram, Tints tints, int groups, String yName) {}
