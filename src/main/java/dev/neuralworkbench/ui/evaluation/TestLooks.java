package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.Map;
import javafx.beans.value.ObservableValue;

/** How often test rows were looked at: the best of many models is so by luck too. */
record TestLooks(Workspace workspace) {

  /** A model whose test score shows is counted, once. */
  void count(Model model, JudgedPart shown, BackgroundTasks tasks) {
    var document = workspace.document().get();
    if (shown.part() == EvaluatedRows.TEST && Same.is(model, document.trained())) {
      var score = Metric.of(shown.judgement().problem()).getFirst().of(shown.judgement().network());
      document
          .runs()
          .own(model)
          .filter(run -> Double.isFinite(score) && run.record().testScore() == null)
          .ifPresent(run -> tasks.later(() -> workspace.looked(Map.of(run.number(), score))));
    }
  }

  ObservableValue<Integer> number() {
    return workspace
        .document()
        .map(
            document -> {
              var model = document.trained();
              var experiment = model == null ? document.draft() : model.experiment();
              return document
                  .runs()
                  .looks(document.data().hash(), experiment.preparation().split());
            });
  }
}
