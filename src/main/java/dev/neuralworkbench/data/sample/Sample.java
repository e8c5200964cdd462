package dev.neuralworkbench.data.sample;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** A data set that comes with the program. */
public sealed interface Sample {

  /** Short name, as in file names and on the command line: {@code breast-cancer}. */
  String id();

  /** Its table; the same on every call. */
  Table table();

  /** Whether a course begins with it: its rows are divided and learned as a textbook has them. */
  default boolean teaches() {
    return true;
  }

  /** The samples in the order of a course: small and visible ones first. */
  static List<Sample> all() {
    return Stream.concat(
            Stream.of(SampleKind.values()).map(GeneratedSample::of),
            Stream.of(BundledSample.values()))
        .toList();
  }

  /** The sample of an id, such as {@code iris} or {@code circles}. */
  static Optional<Sample> named(String id) {
    return all().stream().filter(sample -> sample.id().equals(id)).findFirst();
  }

  /** A data set that is kept in a file of the program. Sources stand beside the files. */
  enum BundledSample implements Sample {
    /** Exclusive or: 4 rows, classes that no line separates. */
    XOR,
    /** The textbook's linear regression: X = [[1,2],[2,3],[3,4],[4,5]], y = [1,3,5,7]. */
    TEXTBOOK_LINEAR,
    /** The textbook's logistic regression: the same X, y = [0,1,1,0]. */
    TEXTBOOK_LOGISTIC,
    /**
     * The textbook's network: rows of {@link #TEXTBOOK_LOGISTIC}, which a hidden layer can learn.
     */
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
    public boolean teaches() {
      return switch (this) {
        case WINE, BREAST_CANCER, DIABETES -> false;
        case XOR, TEXTBOOK_LINEAR, TEXTBOOK_LOGISTIC, TEXTBOOK_NETWORK, IRIS, DIGITS -> true;
      };
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

  /**
   * A data set made by a rule and chance: the same recipe gives the same table, to the last bit, on
   * every machine. Values are rounded to four decimals, so that an exported file is the same table.
   *
   * @param rows number of rows, 4 to 1,000,000
   * @param noise standard deviation of the noise, 0 to 2; see {@link SampleKind}
   * @param seed seed of the draws; any number
   */
  record GeneratedSample(SampleKind kind, int rows, double noise, long seed) implements Sample {

    public static final Range ROWS = Range.whole(4, 1_000_000);

    public static final Range NOISE = Range.closed(0, 2);

    private static final double DECIMALS = 1e4;

    /** The recipe with the kind's usual rows and noise, and seed 0. */
    public static GeneratedSample of(SampleKind kind) {
      return new GeneratedSample(kind, kind.defaultRows, kind.defaultNoise, 0);
    }

    /** What is wrong with the recipe, addressed from {@code sample}. */
    public List<Problem> problems() {
      var problems = new ArrayList<Problem>();
      problems.addAll(ROWS.problems("sample.rows", rows));
      problems.addAll(NOISE.problems("sample.noise", noise));
      return List.copyOf(problems);
    }

    @Override
    public String id() {
      return kind.id();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the recipe has problems
     */
    @Override
    public Table table() {
      if (!problems().isEmpty()) {
        throw new IllegalArgumentException("expected a recipe within its ranges, received " + this);
      }
      var random = RandomSource.of(seed, Purpose.GENERATED_DATA);
      var columns = new double[kind.columns][rows];
      var point = new double[kind.columns];
      for (var row = 0; row < rows; row++) {
        kind.draw(row, rows, noise, random, point);
        for (var i = 0; i < point.length; i++) {
          // Adding zero turns −0 into 0.
          columns[i][row] = StrictMath.rint(point[i] * DECIMALS) / DECIMALS + 0.0;
        }
      }
      var names = kind.columnNames();
      var made = new ArrayList<Column>();
      for (var i = 0; i < columns.length; i++) {
        var isClass = kind.classes && i == columns.length - 1;
        made.add(
            isClass
                ? classes(names.get(i), columns[i])
                : NumberColumn.of(names.get(i), columns[i]));
      }
      return new Table(id(), made, rows);
    }

    private static TextColumn classes(String column, double[] indices) {
      var names = DoubleStream.of(indices).mapToObj(index -> index == 0 ? "A" : "B");
      return TextColumn.of(column, names.toArray(String[]::new));
    }
  }
}
