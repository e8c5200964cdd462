/** The form that says how a network is trained. Its fields are choices of the draft. */
package dev.neuralworkbench.ui.training;
