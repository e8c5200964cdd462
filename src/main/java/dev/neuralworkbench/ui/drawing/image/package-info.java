/** Rows whose inputs are the pixels of an image, seen as images. */
package dev.neuralworkbench.ui.drawing.image;
