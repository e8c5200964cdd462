/**
 * A network drawn with its weights, and pointed at. Knows a network's design and weights, and
 * nothing of rows. A node for each weight lost, because a small network of digits has fifty
 * thousand.
 */
package dev.neuralworkbench.ui.drawing.network;
