/**
 * Charts in the window's own look. The only room that knows JFreeChart, which lays out titles and
 * axes and draws what lies between them; the rest is drawn with one {@code Pen}, in the window and
 * in saved images alike. Colours and font come from the style sheet by {@code ThemedCanvas}, which
 * the drawings of a network and of a row share. Charts pull from growing arrays when a frame is
 * due, thin what they pull to about two points a pixel, and draw at most once a frame. Charts that
 * listen to every added point lost: at thousands of epochs a second they would draw for nobody.
 *
 * <p>Kept by hand, as the library lost: numbers along axes (on 208 axes of any range and width its
 * own repeat a label on 25, leave fewer than two on 13 and touch on 4; its logarithmic ones stand
 * at 1.43, 1.86, 2.30); the name of the horizontal axis, which would take a row of its own; names
 * at the ends of curves, which it has not; and the sample of a scale, whose three colours are one
 * more than its legend blends. Its {@code LegendTitle} has no place for the name of the vertical
 * axis, so that samples are its blocks.
 */
package dev.neuralworkbench.ui.chart;
