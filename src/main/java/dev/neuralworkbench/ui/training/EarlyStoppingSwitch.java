package dev.neuralworkbench.ui.training;

import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Switches early stopping on and off, and remembers how it was. */
final class EarlyStoppingSwitch {

  private static final String COMPONENT = "training.stopping.earlyStopping";

  private final Workspace workspace;
  private @Nullable EarlyStopping aside;

  EarlyStoppingSwitch(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Whether a run ends when a number stops getting better. */
  Choice<Boolean> choice() {
    return DocumentChoice.of(
        workspace,
        COMPONENT,
        COMPONENT,
        draft -> draft.training().stopping().earlyStopping() != null,
        (draft, on) -> {
          var training = draft.training();
          var stopping = training.stopping();
          var rule = on ? again(draft) : putAside(stopping);
          return draft.withTraining(training.withStopping(stopping.withEarlyStopping(rule)));
        });
  }

  private @Nullable EarlyStopping putAside(Stopping stopping) {
    aside = stopping.earlyStopping();
    return null;
  }

  /** As it was before it was switched off, unless it cannot be so any more, then as is usual. */
  private EarlyStopping again(Experiment draft) {
    var before = aside;
    var isJudged =
        workspace.facts().getValue().shape().validation() > 0
            || Settings.FOLDS.get().apply(draft).orElse(0) > 0;
    if (before != null && (isJudged || !before.monitor().needsValidation())) {
      return before;
    }
    var usual = EarlyStopping.DEFAULT;
    return isJudged ? usual : usual.withMonitor(Monitor.TRAINING_LOSS);
  }
}
