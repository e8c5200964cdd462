/**
 * Studies: what takes many runs, such as a cross-validation. A study trains with the caller's
 * choices and judges on rows that no part of a run has seen; scalers and stand-ins are fitted anew
 * for every run. The runs of a cross-validation go one after another on the caller's thread, so
 * that it is a function of its choices and can be followed and cancelled like a single run.
 */
package dev.neuralworkbench.study;
