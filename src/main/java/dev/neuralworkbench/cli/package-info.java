/**
 * The same work without a window, for scripts and for machines without a display. Results go to the
 * standard output, progress and errors to the error stream; exit status 0 for success, 1 for what
 * could not be done, 2 for a wrong call. Words come from the bundles, as the window's do.
 */
package dev.neuralworkbench.cli;
