/**
 * A small table typed, pasted or painted, apart from the document until it is used. Knows nothing
 * of the screen around it. Typing into the open table itself lost, because each key would then be a
 * step of undo and a new split.
 */
package dev.neuralworkbench.ui.data.editor;
