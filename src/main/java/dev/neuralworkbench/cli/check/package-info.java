/**
 * What an installed program can show of itself by one command: each thing that may be missing from
 * a package or a system is one check. A list of versions lost: it says what should work, not what
 * does.
 */
package dev.neuralworkbench.cli.check;
