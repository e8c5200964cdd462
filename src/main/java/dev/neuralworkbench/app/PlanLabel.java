package dev.neuralworkbench.app;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/** Says, before Train is pressed, what it will do with the trained weights, or why it cannot. */
final class PlanLabel extends Label {

  private static final double ROOM_IN_EM = 5.75;

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Workspace workspace;
  private final Trainer trainer;

  PlanLabel(WorkspaceServices services) {
    workspace = services.workspace();
    trainer = services.trainer();
    Styling.as(this, "#plan", "plan");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxWidth(Double.MAX_VALUE);
    var warning = new IconView(Icon.WARNING);
    workspace
        .problems()
        .subscribe(
            problems -> {
              pseudoClassStateChanged(WRONG, !problems.isEmpty());
              setGraphic(problems.isEmpty() ? null : warning);
            });
    textProperty()
        .bind(
            services
                .messages()
                .text(this::plan, workspace.document(), workspace.problems(), trainer.state()));
  }

  /** Room for three lines, so that the forms above stay where they are when the words change. */
  @Override
  protected double computePrefHeight(double width) {
    return Math.max(super.computePrefHeight(width), snapSizeY(ROOM_IN_EM * getFont().getSize()));
  }

  private String plan(Words words) {
    var problems = workspace.problems().get();
    if (!problems.isEmpty()) {
      return words.text("why.cannotStart", ProblemLabel.named(problems.getFirst(), words));
    }
    if (trainer.state().get().isActive()) {
      var isHeld = trainer.state().get() == RunState.PAUSED;
      return words.text(isHeld ? "plan.held" : "plan.active");
    }
    var document = workspace.document().get();
    var plan = TrainingPlan.of(document);
    var begins = begins(document, plan, words);
    return plan.foldsBeginAnew() ? begins + words.text("plan.foldsAnew") : begins;
  }

  private static String begins(Document document, TrainingPlan plan, Words words) {
    return switch (plan.start()) {
      case TrainingStart.Anew anew -> {
        var begins = words.text("plan." + Ids.of(anew.reason()), Numbers.count(anew.totalEpochs()));
        yield plan.dropsEdits(document) ? words.text("plan.edited", begins) : begins;
      }
      case TrainingStart.FromWeights from when from.kept().count() == from.kept().layers() ->
          words.text("plan.weights", Numbers.count(from.totalEpochs()));
      case TrainingStart.FromWeights from ->
          words.text(
              "plan.someWeights",
              Numbers.count(from.totalEpochs()),
              Numbers.count(from.kept().count()),
              Numbers.count(from.kept().layers()));
      case TrainingStart.Continued continued ->
          words.text("plan.continued", Numbers.count(continued.moreEpochs()));
    };
  }
}
