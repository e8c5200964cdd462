/**
 * How a table becomes numbers, as chosen: roles, types, scaling, stand-ins for missing values, and
 * the division of the rows. Only choices and what is wrong with them; what is learned from the rows
 * is in {@code data.encode}. One class for both lost, because a choice is edited and undone, while
 * what was learned goes with a model.
 */
package dev.neuralworkbench.data.prepare;
