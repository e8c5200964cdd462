/**
 * A model as an ONNX file, from raw columns to predictions, the reader that runs such a file, and
 * the networks of other programs that are found in one. The messages are written and read by own
 * classes: protobuf's library is 1.1 MB and 34,000 generated lines, Square's needs 2.4 MB with
 * Kotlin, and what the messages take is four kinds of fields. The network in double lost:
 * onnxruntime has no Erf, Softplus, Elu or LeakyRelu of doubles. ZipMap, which makes a list of
 * dictionaries of the probabilities, lost: few runtimes have it. Networks are found by following
 * sums and recognizing activations by their values: patterns of operators, one for each exporter
 * and version, lost, since every one of them writes GELU otherwise.
 */
package dev.neuralworkbench.exchange.onnx;
