package dev.neuralworkbench.study.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.landscape.Landscape.WeightPlace;
import dev.neuralworkbench.study.runs.RepeatedRun;
import dev.neuralworkbench.study.runs.RunTrail;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LandscapeTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();
  private static final int EPOCHS = 30;

  private final dev.neuralworkbench.data.table.Table table =
      GeneratedSample.of(SampleKind.CIRCLES).table();
  private final Experiment experiment = experiment();
  private final PreparedData data = PreparedData.of(experiment.preparation(), table);
  private final RunRecord run = run();
  private final Model model = RepeatedRun.of(run, table, PRODUCTS, Progress.NONE);
  private final RunTrail trail = RunTrail.of(run, null, data, PRODUCTS, Progress.NONE);

  /** Two inputs, three tanh units, dropout, one logit; both penalties. */
  private Experiment experiment() {
    var base = Defaults.experiment(table);
    return base.withNetwork(
            base.network()
                .withHidden(List.of(DenseDesign.of(3, Activation.TANH), new DropoutDesign(0.2))))
        .withTraining(
            base.training()
                .withPenalty(new Penalty(0.003, 0.02))
                .withFolds(0)
                .withAverage(0)
                .withStopping(Stopping.after(EPOCHS)));
  }

  private RunRecord run() {
    var result = new RunResult(EPOCHS, EPOCHS, 1.0, null, null, null, 0, null);
    return new RunRecord(
        1, "", experiment, true, null, result, RunCurve.NONE, List.of(), null, null);
  }

  private Landscape landscape(WeightPlace x, WeightPlace y) {
    var way = trail.moments().stream().map(RunTrail.Moment::weights).toList();
    return Landscape.of(model, way, List.of(), data.training(), x, y, PRODUCTS, Progress.NONE);
  }

  /** In double precision, unit by unit. */
  private static double loss(NetworkWeights w, Dataset rows) {
    var classes = ((ClassTargets) rows.targets()).classes();
    var sum = 0.0;
    for (var row = 0; row < rows.rows(); row++) {
      double z = w.layer(1).bias(0);
      for (var unit = 0; unit < 3; unit++) {
        double a = w.layer(0).bias(unit);
        for (var input = 0; input < 2; input++) {
          a += (double) w.weight(0, input, unit) * rows.inputs().get(row, input);
        }
        z += w.weight(1, unit, 0) * Math.tanh(a);
      }
      sum += Math.log1p(Math.exp(classes[row] == 1 ? -z : z));
    }
    var penalty = 0.0;
    for (var layer : w.layers()) {
      for (var weight : layer.weights()) {
        penalty += 0.003 * Math.abs(weight) + 0.01 * weight * weight;
      }
    }
    return sum / rows.rows() + penalty;
  }

  @Test
  void lossAtThePresentWeightsIsTheLossComputedAnew() {
    var land = landscape(new WeightPlace(0, 1, 2), new WeightPlace(1, WeightPlace.BIAS, 0));
    assertEquals(loss(model.weights(), data.training()), land.present().loss(), 1e-6);
    assertEquals(model.weights().weight(0, 1, 2), land.present().x());
    assertEquals(model.weights().layer(1).bias(0), land.present().y());
    assertEquals(data.training().rows(), land.rows());
  }

  @Test
  void lossAtAnyPlaceIsThatOfTheNetworkWithThatWeights() {
    var land = landscape(new WeightPlace(0, 1, 2), new WeightPlace(1, WeightPlace.BIAS, 0));
    var cells = land.xs().size();
    assertEquals(cells * land.ys().size(), land.losses().size());
    for (var cell : new int[] {0, 1, cells - 1, 17 * cells + 40, cells * cells - 1}) {
      var changed =
          model
              .weights()
              .withWeight(0, 1, 2, land.xs().get(cell % cells).floatValue())
              .withWeight(1, LayerWeights.BIAS, 0, land.ys().get(cell / cells).floatValue());
      assertEquals(loss(changed, data.training()), land.losses().get(cell), 1e-6, "cell " + cell);
    }
  }

  @Test
  void pathIsThatOfTheRunAndLiesOnTheMap() {
    var x = new WeightPlace(0, 0, 0);
    var y = new WeightPlace(1, 1, 0);
    var land = landscape(x, y);
    assertEquals(EPOCHS + 1, land.path().size());
    for (var i = 0; i <= EPOCHS; i++) {
      var weights = trail.moments().get(i).weights();
      assertEquals(i, trail.moments().get(i).epochs());
      assertEquals(x.of(weights), land.path().get(i).x());
      assertEquals(y.of(weights), land.path().get(i).y());
      assertTrue(land.xs().getFirst() < x.of(weights) && x.of(weights) < land.xs().getLast());
      assertTrue(land.ys().getFirst() < y.of(weights) && y.of(weights) < land.ys().getLast());
    }
    assertEquals(model.weights(), trail.moments().getLast().weights(), "no epoch is the best one");
  }

  @Test
  void largeNetworksAreSeenCoarselyAndByFewerRows() {
    var wide =
        experiment.withNetwork(
            experiment
                .network()
                .withHidden(
                    List.of(
                        DenseDesign.of(512, Activation.RELU),
                        DenseDesign.of(512, Activation.RELU))));
    var plan =
        new dev.neuralworkbench.model.TrainingPlan(
            wide,
            new dev.neuralworkbench.model.TrainingPlan.TrainingStart.Anew(
                dev.neuralworkbench.model.TrainingPlan.TrainingStart.Reason.FIRST, 1));
    var untrained = plan.model(plan.session(data, PRODUCTS), data);
    var many = data.training().some(new int[20_000]);
    var place = new WeightPlace(0, 0, 0);
    assertThrows(
        CancellationException.class,
        () ->
            Landscape.of(untrained, List.of(), List.of(), many, place, place, PRODUCTS, () -> true),
        "nobody waits for what is cancelled");
  }

  @Test
  void theWeightsThatMovedMostAreFound() {
    var from = trail.moments().getFirst().weights();
    var to =
        from.withWeight(0, 1, 2, from.weight(0, 1, 2) + 3)
            .withWeight(1, 0, 0, from.weight(1, 0, 0) - 5);
    assertEquals(
        List.of(new WeightPlace(1, 0, 0), new WeightPlace(0, 1, 2)), Landscape.mostMoved(from, to));
  }
}
