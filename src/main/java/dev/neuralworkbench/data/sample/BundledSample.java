package dev.neuralworkbench.data.sample;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A data set that is kept in a file of the program. Sources stand beside the files. */
public enum BundledSample implements Sample {
  /** Exclusive or: 4 rows, classes that no line separates. */
  XOR,
  /** The textbook's linear regression: X = [[1,2],[2,3],[3,4],[4,5]], y = [1,3,5,7]. */
  TEXTBOOK_LINEAR,
  /** The textbook's logistic regression: the same X, y = [0,1,1,0]. */
  TEXTBOOK_LOGISTIC,
  /** The textbook's network: rows of {@link #TEXTBOOK_LOGISTIC}, which a hidden layer can learn. */
  TEXTBOOK_NETWORK,
  /** 150 flowers, 4 lengths, 3 species. */
  IRIS,
  /** 178 wines, 13 measurements, 3 cultivars. */
  WINE,
  /** 569 biopsies, 30 measurements, benign or malignant. */
  BREAST_CANCER,
  /** 1,797 handwritten digits of 8 × 8 grey values, 10 classes. */
  DIGITS,
  /** 442 patients, 10 measurements, progression of the disease after a year, a number. */
  DIABETES;

  @Override
  public String id() {
    return Ids.of(this).replace('_', '-');
  }

  @Override
  public Table table() {
    var file = "/dev/neuralworkbench/samples/" + id() + ".csv";
    try (var in = BundledSample.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      return new TableReader().read(TableSource.of(id(), in.readAllBytes()), Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TableFormatException e) {
      throw new IllegalStateException("the program's file " + file + " is broken", e);
    }
  }
}
