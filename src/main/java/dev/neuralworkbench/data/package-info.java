/**
 * Tables and what becomes of them: files are read into immutable tables, columns get roles, and a
 * preparation fitted on the training rows alone turns them into numeric datasets. Columns keep the
 * narrowest type that loses nothing and are scaled in {@code double}; prepared inputs are {@code
 * float}, held once. A mutable table that is filtered and scaled in place lost, because undo, runs
 * and models share tables across threads.
 */
package dev.neuralworkbench.data;
