/**
 * The form that designs the network: its layers in a list, and the loss. Its fields are choices of
 * the draft. Building by drawing alone lost, because a class needs numbers that it can read aloud;
 * the drawing's + and − change the same draft.
 */
package dev.neuralworkbench.ui.network;
