package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Evaluate has of a document's model, for tests outside of its room. */
public final class ShownScores {

  private final EvaluateViewModel model;

  /** Opens a document. */
  public ShownScores(Document document) {
    var tasks = new InlineTasks();
    var workspace = new Workspace(document, tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    model = new EvaluateViewModel(workspace, trainer, tasks);
    model.seen(true);
  }

  /**
   * The scores of a part.
   *
   * @param network of the model
   * @param constant of the answer that looks at no input
   * @param linear of the linear model; null without one
   * @param roc classes that have a curve
   * @param areas the area below each curve
   */
  public record Shown(
      Scores network,
      Scores constant,
      @Nullable Scores linear,
      List<Integer> roc,
      List<Double> areas) {}

  /** What is shown of some rows; empty where there are none. */
  public Optional<Shown> of(RowPart part) {
    model.choose(EvaluatedRows.of(part));
    var judged = model.judged.get();
    if (model.state.get() != EvaluateViewModel.State.READY || judged == null) {
      return Optional.empty();
    }
    var linear = model.linear.get();
    var classes = new ArrayList<Integer>();
    var areas = new ArrayList<Double>();
    if (judged.shapes() instanceof ChartShapes.OfClasses roc) {
      roc.roc().forEach(it -> classes.add(it.index()));
      roc.roc().forEach(it -> areas.add(it.area()));
    }
    return Optional.of(
        new Shown(
            judged.judgement().network(),
            judged.judgement().constant(),
            linear == null ? null : linear.scores(),
            classes,
            areas));
  }

  /** A score as the screen writes it. */
  public static String text(Metric metric, Scores scores) {
    return LabelGrid.score(metric, metric.of(scores));
  }
}
