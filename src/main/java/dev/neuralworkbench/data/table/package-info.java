/**
 * Tables as they are in memory: immutable columns of numbers or texts, and what can be counted in
 * them. Knows what cells mean ({@code data.cell}) and nothing of files, roles or networks. Columns
 * keep numbers in the narrowest array that holds every one exactly; an array of double for all
 * lost, because a table of images then takes eight times the memory.
 */
package dev.neuralworkbench.data.table;
