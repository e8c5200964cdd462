/**
 * Functions of a network that have no weights: activations with their derivatives, losses with
 * their gradients, the distributions that weights start from. Knows no layer. Each is stateless and
 * works on whole arrays; a call for each number lost, because the compiler could then not work on
 * several at once.
 */
package dev.neuralworkbench.nn.function;
