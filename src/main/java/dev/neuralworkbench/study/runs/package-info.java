/**
 * Many runs side by side: in which choices they differ, and which are one setting with several
 * seeds.
 */
package dev.neuralworkbench.study.runs;
