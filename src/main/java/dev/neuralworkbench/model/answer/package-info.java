/**
 * A model asked about raw rows: answers with what must be known of them, and how good they are
 * where the truth is known. The same for a form, a file and the command line. Answers made by each
 * screen lost: they differed in what they took for a missing value.
 */
package dev.neuralworkbench.model.answer;
