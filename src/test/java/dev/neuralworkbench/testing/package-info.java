/**
 * What tests of several rooms need: the JavaFX thread, and the guard that fails a test when
 * anything is printed or logged. The guard comes in by itself, through {@code META-INF/services}.
 */
package dev.neuralworkbench.testing;
