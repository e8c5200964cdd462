/**
 * JSON that trusts nothing, for the model file: a small tree read within limits, a view of it that
 * knows its path and refuses what is missing, surplus, or of the wrong kind, and a mapping of
 * records by their components. Gson's own mapping lost: it fills missing numbers with 0 and keeps
 * the last of duplicate keys.
 */
package dev.neuralworkbench.model.json;
