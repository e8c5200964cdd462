/**
 * Pages to be printed: a model's report and worksheets, each one file of HTML that loads nothing.
 * What comes from a user's table is escaped; formulas are MathML, curves are SVG. A library for
 * vector pictures lost: the one of JFreeChart's author may not be given away with this program.
 */
package dev.neuralworkbench.report;
