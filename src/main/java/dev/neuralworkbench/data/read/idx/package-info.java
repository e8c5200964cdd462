/** Labelled images, as MNIST has them. */
package dev.neuralworkbench.data.read.idx;
