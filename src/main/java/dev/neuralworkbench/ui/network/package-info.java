/** The form that designs the network: its layers in a list, and the loss. */
package dev.neuralworkbench.ui.network;
