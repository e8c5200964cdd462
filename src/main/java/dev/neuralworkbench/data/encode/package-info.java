/**
 * What a preparation learned from the training rows: an encoder for each input, one for the target,
 * and rows ready for a network. Knows the choices, not how rows are divided: whoever asks says
 * which rows teach. Encoders that look at all rows lost, because test rows would then tell of
 * themselves in advance.
 */
package dev.neuralworkbench.data.encode;
