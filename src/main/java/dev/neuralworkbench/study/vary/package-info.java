/**
 * Studies that vary choices: which settings there are, each trained with several seeds, as many
 * runs at once as asked, the same bits whatever their number; and how much of the best setting's
 * lead may be luck. A run here has one thread: many runs share a machine better than one run does.
 */
package dev.neuralworkbench.study.vary;
