/**
 * What the columns of the open table hold, in the place of its rows: a line a column, to be sorted
 * by any number, and which columns go together, as a coloured grid. Worked out when first looked
 * at, in the background where the table is large. A window of its own lost: a column that stands
 * out is chosen here, and shows beside it.
 */
package dev.neuralworkbench.ui.data.statistics;
