/**
 * What is settled before there is a window: whether one can be shown, whether one is there already,
 * where is told what goes wrong. Knows nothing of the window itself.
 */
package dev.neuralworkbench.app.start;
