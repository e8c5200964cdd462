/**
 * Answers without a network, to set a network's answers against: the most frequent class, the mean,
 * and the linear models whose optimum can be computed. Their arithmetic is in double, with a small
 * orthogonal decomposition of our own: EJML's matrices in double and in float cannot both be on a
 * module path, and the pseudo-inverse by normal equations lost, because squaring the condition
 * costs half of the digits just where inputs are nearly dependent.
 */
package dev.neuralworkbench.baseline;
