/**
 * Two quantities against each other, with answers all over the plane, and counts in bars. The
 * library draws all of it; the ground is its background image, drawn thirty times a second. A block
 * renderer lost, which makes an object a cell; so did points moved to their places by the line and
 * shape renderer, as paths (a tenth slower), and bars with an edge for a gap, which came out uneven
 * and hid bars of few rows: points and bars are put on their pixels here.
 */
package dev.neuralworkbench.ui.chart.plane;
