/**
 * The optimum beside descent: how far above its least value the objective of a network without
 * hidden layers is, epoch by epoch.
 */
package dev.neuralworkbench.study.optimum;
