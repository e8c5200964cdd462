/**
 * The form that says how a network is trained. Its fields are choices of the draft, and only those
 * that the chosen optimizer and schedule have are there. A dialog for the rest lost, because a
 * choice out of sight is forgotten.
 */
package dev.neuralworkbench.ui.training;
