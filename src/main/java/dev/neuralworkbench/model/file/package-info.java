/**
 * A document as its file and back: a <i>saved</i> record for each part of the file that is no
 * record of the program, and a <i>check</i> of what the records must be together. Knows every
 * record that survives a restart, and the JSON of {@code model.json}; they do not know it. Records
 * that write themselves lost, because old versions of the file would then live in the newest code.
 */
package dev.neuralworkbench.model.file;
