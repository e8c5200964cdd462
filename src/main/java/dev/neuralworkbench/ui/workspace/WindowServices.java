package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;

public record WindowServices(
    Messages messages, Dialogs dialogs, BackgroundTasks tasks, Notices notices) {}
