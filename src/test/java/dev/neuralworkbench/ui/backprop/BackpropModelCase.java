package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;

/** What tests of the backprop screen without its window begin with. */
abstract class BackpropModelCase {

  Workspace workspace;

  BackpropViewModel model;

  void open(DataReference data) {
    var tasks = new InlineTasks();
    workspace = new Workspace(Document.of(data), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    model = new BackpropViewModel(workspace, trainer, tasks, PortableProducts::new);
    model.seen(true);
  }

  static DataReference circles() {
    return DataReference.of(GeneratedSample.of(SampleKind.CIRCLES));
  }

  static TrainingSession session(Document document) {
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    return plan.session(data, new PortableProducts());
  }
}
