/**
 * A model as a program in Python with its weights, that predicts as this program does, or trains
 * too. Templates among the resources are Python that can be read as it is; a model's own lines of
 * them are kept and its numbers and names added as data. Sees models and their files, and nothing
 * of the other ways out. A generator that puts lines together from pieces lost: names would have
 * become code, and nobody could read what the script will look like.
 */
package dev.neuralworkbench.exchange.script;
