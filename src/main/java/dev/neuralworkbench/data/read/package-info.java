/**
 * Files become tables: the registry of formats, each a room of its own below. A format knows where
 * bytes come from ({@code source}), what cells become ({@code cells}) and, where its cells have no
 * types of their own, how texts are read ({@code text}).
 */
package dev.neuralworkbench.data.read;
