/**
 * How a number came about: one step of training in double, with every value on the way kept, told
 * in steps that a pocket calculator can follow; a check of its derivatives against differences; and
 * what the optimizer makes of a gradient. The mathematics is written a second time here, apart from
 * {@code nn} and {@code train}, and tested against them: an engine that kept every value would be
 * slow, and one program explained by itself would prove nothing. A formula is a tree ({@link
 * dev.neuralworkbench.formula.Expression}), from which the symbols, the numbers and the result all
 * follow; text with numbers printed into it lost, because what is shown could then differ from what
 * was computed.
 */
package dev.neuralworkbench.explain;
