/**
 * What commands print: lines for people, an object for programs. Knows no command and no stream.
 * Lines in the commands themselves lost, because two commands tell the same scores.
 */
package dev.neuralworkbench.cli.print;
