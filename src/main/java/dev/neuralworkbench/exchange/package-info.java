/**
 * Ways out of the program: a trained model as what other programs read, in one list for the command
 * line and the window. What all ways share is here, each way is in a package of its own that knows
 * no other. A format that writes what it can and leaves out the rest lost: a model that predicts
 * otherwise elsewhere is worse than none, so what a format cannot carry is refused with a reason.
 */
package dev.neuralworkbench.exchange;
