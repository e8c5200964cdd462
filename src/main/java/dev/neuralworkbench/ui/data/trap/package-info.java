/**
 * What in the open table deceives, told and never in the way: a line above the table while there is
 * something, and a list beside it for whoever presses the line. A question before training lost,
 * because who knows the table would have to answer it at every run.
 */
package dev.neuralworkbench.ui.data.trap;
