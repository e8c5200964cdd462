/**
 * A study asked for in the window: its form, and its runs on their way into the list. Beside the
 * list, since a study's runs are runs like all others once they have ended.
 */
package dev.neuralworkbench.ui.runs.study;
