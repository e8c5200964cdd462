/**
 * Pictures as tables, and one picture decoded within bounds. The only room of the core that knows
 * {@code java.awt.image}, which needs no display. Rejected: JavaFX's decoder, as a script runs
 * without JavaFX.
 */
package dev.neuralworkbench.data.read.pictures;
