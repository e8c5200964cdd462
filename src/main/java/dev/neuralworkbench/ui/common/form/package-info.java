/**
 * Rows of a form: a choice, its field, and what is wrong below it. A field speaks to its choice
 * only; fields that hold state of their own lost, because undo would then have two truths to
 * restore.
 */
package dev.neuralworkbench.ui.common.form;
