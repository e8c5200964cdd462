/**
 * A document as its file and back: what each part of the tree holds and must hold. Knows every
 * record that survives a restart, and the JSON of {@code model.json}; they do not know it. Records
 * that write themselves lost, because old versions of the file would then live in the newest code.
 */
package dev.neuralworkbench.model.file;
