/**
 * Chance that can be repeated. A generator is made afresh for every purpose and position, never
 * carried along, so a run can go on from any batch with nothing but the seed and the position. The
 * generator is our own because no generator of the JDK promises the same bits in every version.
 */
package dev.neuralworkbench.random;
