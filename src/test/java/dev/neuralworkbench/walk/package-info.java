/**
 * Thousands of impatient users: from a seed, one list of actions is played on the state without a
 * window and on a real window, and after each action what must always hold is looked at. A failure
 * tells the seed and the shortest list of actions found that still fails. Scripts written by hand
 * lost: they try what their author thought of.
 */
@NullMarked
package dev.neuralworkbench.walk;

import org.jspecify.annotations.NullMarked;
