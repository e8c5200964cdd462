/**
 * What keeps a run from learning well, with the numbers that show it and changes that may help.
 * Rules look at what was observed of a run; none of them touches it. Advice without numbers lost,
 * because nobody can check it. Nor is a cause named by how a run looks alone: what is advised is
 * tried first on some rows ({@link dev.neuralworkbench.explain.diagnosis.Trials}), as half of the
 * runs with dead units do not get better with leaky ones, and a gradient may fade by a penalty.
 */
package dev.neuralworkbench.explain.diagnosis;
