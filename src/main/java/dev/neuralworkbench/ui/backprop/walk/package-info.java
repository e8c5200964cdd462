/**
 * What the backprop screen is about, without a picture of it: the rows that go through the step,
 * the way through its small steps, the checks, the quiz. Tested without a window; state kept in the
 * panes lost, because the presenter's remote and the mouse then disagreed.
 */
package dev.neuralworkbench.ui.backprop.walk;
