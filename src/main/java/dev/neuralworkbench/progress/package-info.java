/**
 * How far work has come, and whether it is still wanted: told by whoever does it, a reader of files
 * as well as a study, and heard by the window or the command line. An interface for each kind of
 * work lost: every one said the same, and each pair needed an adapter.
 */
package dev.neuralworkbench.progress;
