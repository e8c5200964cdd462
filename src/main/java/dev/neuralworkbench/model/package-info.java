/**
 * What survives a restart: the document with its experiment and trained model, their file, and
 * answers for raw rows. Everything here is an immutable value, so undo is a list of documents and a
 * save can run beside further edits.
 */
package dev.neuralworkbench.model;
