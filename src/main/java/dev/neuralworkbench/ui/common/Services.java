package dev.neuralworkbench.ui.common;

/**
 * What commands need of the window around them.
 *
 * @param messages texts
 * @param dialogs questions
 * @param tasks background work
 * @param notices what is told in passing
 */
public record Services(
    Messages messages, Dialogs dialogs, BackgroundTasks tasks, Notices notices) {}
