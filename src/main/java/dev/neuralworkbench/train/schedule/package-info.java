/**
 * How the learning rate changes over the epochs, as a factor on the optimizer's own rate. Plain
 * records that know nothing but what may be wrong with them. Schedules that count epochs themselves
 * lost, because a resumed run would have to bring them up to date.
 */
package dev.neuralworkbench.train.schedule;
