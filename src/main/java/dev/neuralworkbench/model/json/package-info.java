/**
 * JSON that trusts nothing, for the model file: a small tree, read along an outline of what a file
 * may hold and within memory that follows its size; a view of it that knows its path and refuses
 * what is missing, surplus, or of the wrong kind; and a mapping of records by their components.
 * Gson's own mapping lost: it fills missing numbers with 0 and keeps the last of duplicate keys. So
 * did reading records straight from the stream: members would have to stand in one order.
 */
package dev.neuralworkbench.model.json;
