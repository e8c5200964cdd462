/**
 * Many runs in one chart, each line with its name at its own end: means with a band about them over
 * epochs, and scores against a choice with a dot a run. A legend lost: eight colours beside eight
 * lines have to be matched by eye.
 */
package dev.neuralworkbench.ui.chart.band;
