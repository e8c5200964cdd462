/**
 * Engineered inputs among the choices: what may be made, and what is made. A field for formulas
 * lost: five kinds need no syntax, and a press needs no spelling.
 */
package dev.neuralworkbench.ui.data.feature;
