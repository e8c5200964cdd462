/**
 * Unsaved work kept for the case of a crash, and offered at the next start. Written beside the
 * document by a clock; keeping at the end alone lost, because a crash has no end.
 */
package dev.neuralworkbench.ui.workspace.backup;
