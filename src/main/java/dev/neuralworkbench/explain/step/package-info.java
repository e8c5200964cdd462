/**
 * A trace told in small steps, each with formula, numbers and place, in the order of somebody with
 * a pocket calculator. Knows the trace and the formulas, not how they are drawn. One long list of
 * all steps lost, because a network of a thousand units has millions: sections are made when they
 * are asked for.
 */
package dev.neuralworkbench.explain.step;
