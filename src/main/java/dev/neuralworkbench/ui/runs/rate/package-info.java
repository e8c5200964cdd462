/** The learning-rate range test of the present choices, and the rate that it suggests. */
package dev.neuralworkbench.ui.runs.rate;
