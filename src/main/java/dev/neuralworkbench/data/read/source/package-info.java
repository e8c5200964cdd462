/**
 * Where bytes come from: files, pipes, memory, packed or not, and what their first ones tell. Knows
 * nothing of tables but the sentence that a file holds none.
 */
package dev.neuralworkbench.data.read.source;
