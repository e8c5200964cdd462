/** Weka's tables, which declare what each column holds. */
package dev.neuralworkbench.data.read.arff;
