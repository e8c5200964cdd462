/**
 * JSON that trusts nothing, for the model file: records, read member for component within memory
 * that follows the file's size, whatever stands there; refused with the place of what is missing,
 * surplus, or of the wrong kind; and written. Gson's own mapping lost: it fills missing numbers
 * with 0 and keeps the last of duplicate keys. So did a tree between text and records: what it may
 * hold had to be told beside the records, and was checked twice.
 */
package dev.neuralworkbench.model.json;
