/**
 * Words: keys and problems become sentences, in English or Simplified Chinese, from the message
 * bundles. One room for window and command line, and plain Java, so that both say the same.
 */
package dev.neuralworkbench.text;
