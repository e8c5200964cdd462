/**
 * What keeps a run from learning well, with the numbers that show it and changes that may help.
 * Rules look at what was observed of a run; none of them touches it. Advice without numbers lost,
 * because nobody can check it.
 */
package dev.neuralworkbench.explain.diagnosis;
