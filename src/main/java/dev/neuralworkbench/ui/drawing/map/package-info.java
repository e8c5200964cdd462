/**
 * What a network has learned, over the rows that it learned from: regions, surfaces, units, images.
 * Knows the drawn parts of a network, and they do not know it. Pictures are made one at a time off
 * the FX thread, so that a slow one makes fewer pictures and never a queue.
 */
package dev.neuralworkbench.ui.drawing.map;
