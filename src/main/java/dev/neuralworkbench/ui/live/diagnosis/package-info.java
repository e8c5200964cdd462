/**
 * What keeps the present run from learning well, looked for now and then beside it, with what may
 * help a click away. Knows the workspace, not the screen. Looking at every epoch lost, because the
 * run would be slower for being watched.
 */
package dev.neuralworkbench.ui.live.diagnosis;
