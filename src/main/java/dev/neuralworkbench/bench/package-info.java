/**
 * How fast training goes on this machine: five workloads of fixed shape, timed as a user would wait
 * for them. Whole trainings are timed, from the first weights to the last, never a part chosen to
 * shine; the first run, with a cold compiler, is told beside the best.
 */
package dev.neuralworkbench.bench;
