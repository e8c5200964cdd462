/**
 * Matrix products behind one small interface, so that layers neither know nor care who computes
 * them. Every product is single precision, row-major, and writes into a part of a matrix that is
 * passed in. Native products come from OpenBLAS through {@code java.lang.foreign}, without a copy;
 * JavaCPP's bindings lost, half as fast and slow to load. Portable products are loops of our own:
 * EJML's know no parts of a result and reach half their speed.
 */
package dev.neuralworkbench.nn.blas;
