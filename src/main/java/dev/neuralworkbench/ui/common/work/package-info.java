/**
 * Work beside the window in two forms: a job with progress, and a wish of which the last counts.
 * Both end in every case and tell a failure once. Threads started by each screen lost, because
 * something always stayed busy.
 */
package dev.neuralworkbench.ui.common.work;
