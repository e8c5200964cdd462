/**
 * Which keys of the message bundles the program can form, found in its bytecode: what is joined to
 * a key comes from literals, from enums and from sealed types, so every one of them can be listed,
 * each kind in each form. A list kept by hand lost: it forgets what its author forgot.
 */
@NullMarked
package dev.neuralworkbench.keys;

import org.jspecify.annotations.NullMarked;
