/** The loss over two weights of a network, and the way that descent took on it. */
package dev.neuralworkbench.study.landscape;
