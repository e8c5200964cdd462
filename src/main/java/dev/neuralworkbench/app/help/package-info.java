/**
 * What the window says about itself: a page for each screen, the field's terms, all commands, and
 * what to send when something went wrong. The words of a label lead to its term; an id for each
 * term on every label lost, because a label that was forgotten would have led nowhere in silence.
 */
package dev.neuralworkbench.app.help;
