/**
 * The same work without a window, for scripts and for machines without a display. Results go to the
 * standard output, progress and errors to the error stream; exit status 0 for success, 1 for what
 * could not be done or not be written, 2 for a wrong call, 141 where the program that was to read
 * the result has ended. Words come from the bundles, as the window's do.
 */
package dev.neuralworkbench.cli;
