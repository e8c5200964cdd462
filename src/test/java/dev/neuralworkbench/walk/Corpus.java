package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A few files that are easily taken for each other: equal names of columns and targets, one input
 * and many, classes and numbers, a date, and some that are damaged.
 */
final class Corpus {

  private static final int INPUTS = 800;

  private final Path folder;
  final List<Path> data;
  final List<Path> models;
  final List<Path> damaged;

  /** Writes them into a folder. */
  Corpus(Path folder) throws IOException, TableFormatException {
    this.folder = folder;
    data =
        List.of(
            write("small.csv", points(24, "class", 1)),
            write("same.csv", points(24, "class", 2)),
            write("wider.csv", wider()),
            write("line.csv", line()),
            write("german.csv", german()),
            write("many.csv", many()));
    models = List.of(model("a.nnw", data.get(0)), model("b.nnw", data.get(2)), line("c.nnw"));
    damaged =
        List.of(
            write("empty.csv", ""),
            write("picture.csv", "\u0089PNG\r\n\u001a\n\u0000\u0000"),
            write("quote.csv", "a,b\n\"1,2\n3,4\n"),
            write("half.nnw", Files.readString(models.getFirst()).substring(0, 900)),
            write("no.nnw", "{\"format\": \"neural-workbench\", \"version\": 9}"));
  }

  /** Where a user may save. */
  List<Path> targets() {
    return List.of(
        models.get(0), models.get(1), folder.resolve("new.nnw"), folder.resolve("新.nnw"));
  }

  /** What every file holds. */
  static List<String> contents(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .sorted()
          .map(file -> file.getFileName() + " " + hash(file) + " " + written(file))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same may be written again: that, too, is a save. */
  private static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int hash(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).hashCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path model(String name, Path table) throws IOException, TableFormatException {
    var read =
        Document.of(
            DataReference.ofFile(
                new TableReader().read(table, Progress.NONE), ReadingChoices.NONE));
    var document = read.withDraft(read.draft().withTraining(read.draft().training().withEpochs(3)));
    var plan = TrainingPlan.of(document);
    var prepared = PreparedData.of(plan.experiment().preparation(), document.data().table());
    var session = plan.session(prepared, new PortableProducts());
    session.run(new RunControl());
    var file = folder.resolve(name);
    ModelFile.write(file, document.withTrained(plan.model(session, prepared)), "walk");
    return file;
  }

  private Path line(String name) throws IOException, TableFormatException {
    return model(name, data.get(3));
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String points(int rows, String target, long seed) {
    var random = new Random(seed);
    return "x,y,"
        + target
        + "\n"
        + IntStream.range(0, rows)
            .mapToObj(
                row ->
                    String.format(
                        Locale.ROOT,
                        "%.3f,%.3f,%s%n",
                        random.nextGaussian(),
                        random.nextGaussian(),
                        row % 2 == 0 ? "yes" : "no"))
            .collect(Collectors.joining());
  }

  /** More columns, and a target of the same name. */
  private static String wider() {
    var random = new Random(3);
    var header = IntStream.range(0, 20).mapToObj(it -> "c" + it).collect(Collectors.joining(","));
    return header
        + ",class\n"
        + IntStream.range(0, 30)
            .mapToObj(
                row ->
                    IntStream.range(0, 20)
                            .mapToObj(_ -> String.valueOf(random.nextInt(9) + random.nextInt(2)))
                            .collect(Collectors.joining(","))
                        + ","
                        + List.of("red", "green", "blue").get(row % 3)
                        + "\n")
            .collect(Collectors.joining());
  }

  /** One input, and a number to be answered. */
  private static String line() {
    return "x,y\n"
        + IntStream.range(0, 25)
            .mapToObj(row -> String.format(Locale.ROOT, "%.2f,%.4f%n", row / 4.0, Math.sin(row)))
            .collect(Collectors.joining());
  }

  private static String german() {
    return "Ort;Fläche;Miete\n"
        + IntStream.range(0, 22)
            .mapToObj(
                row ->
                    (row % 3 == 0 ? "Köln" : "Bonn")
                        + ";"
                        + (40 + row)
                        + ",5;1."
                        + (100 + row)
                        + ",25\n")
            .collect(Collectors.joining());
  }

  private static String many() {
    var random = new Random(5);
    return IntStream.range(0, INPUTS).mapToObj(it -> "p" + it).collect(Collectors.joining(","))
        + ",class\n"
        + IntStream.range(0, 22)
            .mapToObj(
                row ->
                    IntStream.range(0, INPUTS)
                            .mapToObj(_ -> String.valueOf(random.nextInt(255)))
                            .collect(Collectors.joining(","))
                        + (row % 2 == 0 ? ",a\n" : ",b\n"))
            .collect(Collectors.joining());
  }

  static GeneratedSample sample(int choice) {
    var kinds = SampleKind.values();
    return GeneratedSample.of(kinds[choice % kinds.length]);
  }
}
