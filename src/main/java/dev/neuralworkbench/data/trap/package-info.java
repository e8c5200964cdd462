/**
 * What in a table deceives whoever trains on it: rows on both sides of the split, a target that
 * stands among the inputs. A rule is one class and one line in {@link
 * dev.neuralworkbench.data.trap.Traps}. Rules look at rows and choices alone, never at a network,
 * so they answer before anything is trained. One score for how suspicious a table is lost, because
 * nobody can check it or act on it; so did refusing to train, because whoever knows the table
 * better is right.
 */
package dev.neuralworkbench.data.trap;
