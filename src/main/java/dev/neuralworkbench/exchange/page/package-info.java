/**
 * A trained model as one HTML file that predicts, explains and draws by itself, on a phone without
 * a network. Its template are the plain files of {@code resources/…/exchange/page}; here they are
 * put together with the model and the words. May know models, their predictions and words, no
 * window and no other way out. WebAssembly and onnxruntime-web lost: megabytes, and policies that a
 * page from a file cannot keep. A worker for explanations lost too, since a strict policy forbids
 * one from a file: work is done in slices.
 */
package dev.neuralworkbench.exchange.page;
