/**
 * The places of the screens: made when they are looked at, with the forms beside them and a
 * sentence above while they show the past. All made at the start lost: the window was there more
 * than a second later.
 */
package dev.neuralworkbench.app.screen;
