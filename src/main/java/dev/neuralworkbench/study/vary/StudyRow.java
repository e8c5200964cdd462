package dev.neuralworkbench.study.vary;

import dev.neuralworkbench.model.RunResult;

/** A run of a study and what it came to, without the model. */
public record StudyRow(StudyRun run, RunResult result) {}
