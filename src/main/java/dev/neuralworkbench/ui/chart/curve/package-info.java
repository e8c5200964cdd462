/**
 * Curves over epochs: they grow while they are looked at, are thinned to the points that pixels can
 * show, and are read by a hair line. Knows the picture of all charts ({@code ui.chart}). A dataset
 * that tells of each point lost: at thousands of epochs a second it would draw for nobody.
 */
package dev.neuralworkbench.ui.chart.curve;
