package dev.neuralworkbench.ui.drawing.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.testing.Faults;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureQueueTest {

  private final InlineTasks tasks = new InlineTasks();
  private final List<PictureQueue.Result> drawn = new ArrayList<>();
  private Supplier<Products> products = PortableProducts::new;
  private final PictureQueue queue =
      new PictureQueue(tasks, Runnable::run, () -> products.get(), drawn::add);

  @Test
  void pictureIsDrawnAndTheQueueRestsAWhile() {
    assertTrue(queue.isFree());
    queue.want(order());
    assertEquals(1, drawn.size());
    assertFalse(queue.isFree());
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void pictureThatCannotBeDrawnIsToldAndTheNextOneIsDrawn(Throwable thrown) {
    try (var log = new RecordedLog()) {
      products = () -> Faults.raise(thrown);
      queue.want(order());
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertFalse(queue.isFree(), "a run does not ask for it again at every frame");
      products = PortableProducts::new;
      queue.want(order());
      assertEquals(1, drawn.size());
      assertEquals(1, tasks.complaints());
    }
  }

  private static PictureQueue.Order order() {
    var table = GeneratedSample.of(SampleKind.CIRCLES).table();
    var experiment = Defaults.experiment(table);
    var data = PreparedData.of(experiment.preparation(), table);
    var network = new Network(2, 1, experiment.network(), new PortableProducts());
    network.initialize(0);
    var map =
        new DecisionMap(
            table,
            data.preprocessor(),
            new DecisionMap.Rows(data.training().sourceRows()),
            new DecisionMap.Rows(data.validation().sourceRows()),
            new DecisionMap.Rows(data.test().sourceRows()));
    var view = new MapView.Inputs(0, 1, new MapView.MapGrid.Means(data.preprocessor().inputs()));
    var plane = new EmptyPlane(map, Sentences.of(Locale.ENGLISH), false).of(view);
    var subject = new PictureQueue.Subject(map, experiment.network(), view, null);
    return new PictureQueue.Order(subject, network.weights(), true, plane, "");
  }
}
