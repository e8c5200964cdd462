/**
 * The catalogue of settings: each is declared once, with its values, what an experiment has of it
 * and the experiment with another value. Forms, command line, studies, reports and help loop over
 * it. Annotations on the records lost: what a setting changes beside its own component, such as the
 * validation rows that folds take the place of, is code.
 */
@NullMarked
package dev.neuralworkbench.model.setting;

import org.jspecify.annotations.NullMarked;
