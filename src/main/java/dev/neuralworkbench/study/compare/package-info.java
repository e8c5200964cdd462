/**
 * Models against each other, each trained again on the same folds of the same rows. What a
 * difference of their scores is worth is said twice, by a Bayesian test and by a corrected t-test,
 * since the one can find that there is no practical difference and the other is what papers ask
 * for. The usual paired t-test lost: folds share training rows, and it takes their scores for
 * independent ones.
 */
package dev.neuralworkbench.study.compare;
