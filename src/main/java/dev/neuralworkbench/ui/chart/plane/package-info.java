/**
 * Two quantities against each other, with answers all over the plane, and counts in bars. The
 * library draws all of it; the ground is its background image, drawn thirty times a second. A block
 * renderer lost: it makes an object a cell. So did bars with an edge for a gap: the hair between
 * them came out uneven and hid bars of few rows, so bars are put on whole pixels here.
 */
package dev.neuralworkbench.ui.chart.plane;
