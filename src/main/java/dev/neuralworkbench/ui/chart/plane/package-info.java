/**
 * Two quantities against each other, with answers all over the plane, and counts in bars. Painted
 * by hand where the library has no form for it: a ground of many thousand coloured cells under
 * points of ten shapes, drawn thirty times a second; the library's block renderer makes an object a
 * cell.
 */
package dev.neuralworkbench.ui.chart.plane;
