/**
 * What the user can have done: commands with their keys, the menu and the tools that offer them.
 * One command behind both; handlers in the menu lost, because a tool and its entry were then
 * enabled at different times.
 */
package dev.neuralworkbench.app.menu;
