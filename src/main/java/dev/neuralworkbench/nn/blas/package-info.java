/**
 * Matrix products behind one small interface, so that layers neither know nor care who computes
 * them. Every product is single precision, row-major, and writes into a matrix that is passed in. A
 * general matrix library lost: layers need four products and nothing else.
 */
package dev.neuralworkbench.nn.blas;
