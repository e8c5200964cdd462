/**
 * How a file is read, to be looked through and chosen otherwise: each guess with its reason, beside
 * the first rows that come of it. Nothing of the document changes before the table is read so.
 */
@NullMarked
package dev.neuralworkbench.ui.data.preview;

import org.jspecify.annotations.NullMarked;
