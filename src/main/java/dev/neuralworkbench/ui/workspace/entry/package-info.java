/**
 * A row that is typed in, field by field, as a model's inputs ask for it: the same for answers and
 * for a step taken apart. Two forms lost, because they read numbers differently.
 */
package dev.neuralworkbench.ui.workspace.entry;
