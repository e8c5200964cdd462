package dev.neuralworkbench.ui.runs.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.study.landscape.Landscape.WeightPlace;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel.Found;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class LandscapeViewModelTest {

  private Workspace workspace;
  private LandscapeViewModel model;

  @BeforeEach
  void train() {
    var tasks = new InlineTasks();
    workspace = new Workspace(Document.of(GeneratedSample.of(SampleKind.CIRCLES)), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    model = new LandscapeViewModel(workspace, tasks, PortableProducts::new);
    model.seen(true);
    for (var seed : List.of(1L, 2L, 3L, 4L)) {
      workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(seed).withEpochs(3)));
      trainer.train();
    }
    var wider = DenseDesign.of(5, Activation.TANH);
    workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(List.of(wider))));
    trainer.trainAnew();
  }

  private LoggedRun run(int number) {
    return workspace.document().get().runs().run(number).orElseThrow();
  }

  private Found shown(int... numbers) {
    model.choose(Arrays.stream(numbers).mapToObj(this::run).toList());
    return model.found.get();
  }

  /** Runs of one network are seen along the same weights, in the network's order. */
  @Test
  void axesStayFromRunToRun() {
    var first = shown(1).landscape();
    assertTrue(order(first.x()) < order(first.y()), first.x() + " " + first.y());
    for (var other : List.of(2, 3, 4)) {
      var now = shown(other);
      assertEquals(other, now.run());
      assertEquals(
          List.of(first.x(), first.y()), List.of(now.landscape().x(), now.landscape().y()));
    }
  }

  @Test
  void anotherNetworkHasAxesOfItsOwn() {
    shown(1);
    var own = run(5).model().weights();
    var now = shown(5).landscape();
    assertTrue(isIn(own, now.x()) && isIn(own, now.y()));
    assertNotEquals(now.x(), now.y());
  }

  /** The landscape is about the last; every path lies where the weights of its run were. */
  @Test
  void ofSeveralAllAreShownOnTheLandscapeOfTheLast() {
    var found = shown(2, 4, 3);
    assertEquals(4, found.run());
    assertEquals(List.of(3, 2), found.others().stream().map(LandscapeViewModel.Way::run).toList());
    assertEquals(0, found.left());
    var land = found.landscape();
    for (var way : found.others()) {
      var end = way.path().getLast();
      assertEquals(land.x().of(run(way.run()).model().weights()), end.x());
      assertEquals(land.y().of(run(way.run()).model().weights()), end.y());
      assertEquals(5, way.path().size(), "weights at first, after 3 epochs, and those in use");
      for (var point : way.path()) {
        assertTrue(land.xs().getFirst() <= point.x() && point.x() <= land.xs().getLast());
        assertTrue(land.ys().getFirst() <= point.y() && point.y() <= land.ys().getLast());
      }
    }
    assertEquals(List.of(), shown(3).others());
  }

  @Test
  void runsOfAnotherNetworkAreCountedAndNotDrawn() {
    var found = shown(1, 5);
    assertEquals(5, found.run());
    assertEquals(List.of(), found.others());
    assertEquals(1, found.left());
  }

  @Test
  void aModelWhoseFileDividesTheRowsOtherwiseHasItsLandscape() {
    var tasks = new InlineTasks();
    workspace = new Workspace(TestModels.dividedOtherwise(), tasks);
    model = new LandscapeViewModel(workspace, tasks, PortableProducts::new);
    model.seen(true);
    assertNotNull(model.found.get());
    assertEquals(0, tasks.complaints());
  }

  private static boolean isIn(NetworkWeights weights, WeightPlace place) {
    return place.layer() < weights.layers().size()
        && place.unit() < weights.layer(place.layer()).units()
        && place.input() < weights.layer(place.layer()).inputs();
  }

  private static int order(WeightPlace place) {
    return 10_000 * place.layer() + 100 * place.unit() + place.input();
  }
}
