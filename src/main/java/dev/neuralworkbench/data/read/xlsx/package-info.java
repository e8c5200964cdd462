/**
 * Excel's workbooks: a packed folder of XML (ECMA-376), read part by part with what Java has for
 * both. A library lost: the small one takes dates of the system of 1904 for others four years
 * earlier and refuses workbooks without styles, the large one is larger than this program.
 */
package dev.neuralworkbench.data.read.xlsx;
