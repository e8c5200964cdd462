/**
 * Charts in the window's own look. The only room that knows JFreeChart, which lays out the axes and
 * strokes the lines; colours and font come from the style sheet. Charts pull from growing arrays
 * when a frame is due, thin what they pull to about two points a pixel, and draw at most once a
 * frame. Charts that listen to every added point lost: at thousands of epochs a second they would
 * draw for nobody.
 */
package dev.neuralworkbench.ui.chart;
