/**
 * Data sets that come with the program: some are files in it, some are made by a rule and chance. A
 * generated set is kept as its recipe; keeping its rows lost, because they follow from the recipe
 * to the last bit.
 */
package dev.neuralworkbench.data.sample;
