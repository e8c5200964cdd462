/**
 * The one way to write a file, whatever is in it: looked at before, written beside, moved over
 * whole, never through a foreign link. Knows problems only. Each format writing for itself lost:
 * permissions, links and half-written files were then forgotten in one place or another. What the
 * program keeps for itself is listed here with its modes, for the same reason.
 */
package dev.neuralworkbench.file;
