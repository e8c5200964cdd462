package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Drawing;
import dev.neuralworkbench.data.encode.Drawing.Point;
import dev.neuralworkbench.data.encode.ImageStyle;
import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.testing.DrawnDigits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** From strokes to a prediction, as on the pad of Predict. */
class DrawnDigitsTest {

  /**
   * 39 of 50 by a network of 1,347 small images, which besides had their slant removed; 0 to 9 by
   * chance would be 5.
   */
  @Test
  void mostAreRecognizedByTheSampleOfSmallImages() {
    var wrong = wrong(TrainedDocuments.trained(Document.of(BundledSample.DIGITS), 30));
    assertTrue(wrong.size() <= 13, "wrong: " + wrong);
  }

  /** By hand, with a model of MNIST: {@code -Dtest=DrawnDigitsTest -Ddrawn.model=mnist.nnw}. */
  @Test
  @EnabledIfSystemProperty(named = "drawn.model", matches = ".+")
  void nearlyAllAreRecognizedByTheModelOfAFile() throws ModelFormatException {
    var wrong = wrong(ModelFile.read(Path.of(System.getProperty("drawn.model"))));
    assertTrue(wrong.size() <= 2, "wrong: " + wrong);
  }

  /** Wherever it is drawn, and however large, the network sees the same. */
  @Test
  void placeAndSizeDoNotMatter() {
    var style = new ImageStyle(28, 20, 14, 14, 2.5, false, true);
    var pixels = new Pixels(28, 0, 255, false);
    for (var drawn : DrawnDigits.all()) {
      var strokes = drawn.drawing().strokes();
      var other =
          new Drawing(
              strokes.stream()
                  .map(it -> it.stream().map(p -> new Point(p.x() / 2 + 0.375, p.y() / 2 + 0.125)))
                  .map(Stream::toList)
                  .toList());
      var first = style.image(pixels, drawn.drawing());
      var second = style.image(pixels, other);
      var away = IntStream.range(0, 784).mapToDouble(i -> Math.abs(first[i] - second[i])).sum();
      assertTrue(away <= 0.02 * DoubleStream.of(first).sum(), drawn.digit() + ": " + away);
    }
  }

  /** The drawn digits that are taken for others, with what they are taken for. */
  private static List<String> wrong(Document document) {
    var model = Objects.requireNonNull(document.trained());
    var pixels = model.preprocessor().pixels().orElseThrow();
    var rows = Background.of(model, document.data()).orElseThrow();
    var style = ImageStyle.of(pixels, rows.numbers());
    var predictor = new ModelPredictor(model, new PortableProducts());
    var wrong = new ArrayList<String>();
    for (var drawn : DrawnDigits.all()) {
      var image = style.image(pixels, drawn.drawing());
      var said = (Prediction.OfClass) predictor.predict(row(image));
      if (!said.answer().equals(drawn.digit())) {
        wrong.add(drawn.digit() + " as " + said.answer());
      }
    }
    return wrong;
  }

  private static RawRow row(double[] image) {
    return new RawRow() {
      @Override
      public double number(int input) {
        return image[input];
      }

      @Override
      public @Nullable String text(int input) {
        return null;
      }
    };
  }
}
