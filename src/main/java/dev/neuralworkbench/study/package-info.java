/**
 * Studies: what takes many runs, such as a cross-validation. A study trains with the caller's
 * choices and judges on rows that no part of a run has seen; scalers and stand-ins are fitted anew
 * for every run. Runs go one after another on the caller's thread, so that a study is a function of
 * its choices and can be followed and cancelled like a single run; a pool of threads lost, since
 * the products of one run may use all processors.
 */
package dev.neuralworkbench.study;
