package dev.neuralworkbench.data.read.pictures;

import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.NumberStorage;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A folder of pictures, each of its folders a class, as Keras' {@code image_dataset_from_directory}
 * and PyTorch's {@code ImageFolder} have it. No link in it is followed.
 *
 * @param folder where it really is
 * @param name what the table is called
 */
public record PictureFolder(Path folder, String name, TableDemands demands, Progress progress) {

  private static final int MOST_FILES = 100_000;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int DIGITS = 20;

  /**
   * Reads a table: a row a picture, by class and name; a column {@code pixel_ROW_COLUMN} for each
   * pixel, from 0, black, to 255, white, then {@code label}, the name of the picture's folder. To
   * be predicted, where one column is enough, pictures may also lie in the folder itself, and their
   * names are told in a column {@code file}.
   *
   * @throws TableFormatException if it has too many files, no pictures, or those of one class
   * @throws IOException if a folder cannot be read
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public Table read() throws IOException, TableFormatException {
    var files = files();
    var order = Comparator.comparing(this::order).thenComparing(it -> it);
    var pictures = files.stream().filter(this::isPicture).sorted(order).toList();
    checkClasses(pictures);
    var shown = files.stream().filter(it -> !path(it).contains("/.")).count();
    return table(pictures, demands.pictureSide(), (int) shown - pictures.size());
  }

  private List<Path> files() throws IOException, TableFormatException {
    try (var all = Files.walk(folder, 2)) {
      var files =
          all.peek(_ -> progress.goOn(0, 1))
              .filter(it -> isInClass(it) || !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
              .limit(MOST_FILES + 1)
              .toList();
      if (files.size() > MOST_FILES) {
        throw TableFormatException.at("data.pictures.many", Place.file(name), MOST_FILES, null);
      }
      return files;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean isInClass(Path file) {
    return file.getNameCount() == folder.getNameCount() + 2;
  }

  private boolean isPicture(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && GrayImage.isOne(file)
        && !path(file).contains("/.")
        && (isInClass(file) || demands.fewestColumns() == 1);
  }

  private String path(Path file) {
    return "/" + label(file) + "/" + file.getFileName();
  }

  private String label(Path file) {
    return isInClass(file) ? file.getName(file.getNameCount() - 2).toString() : "";
  }

  /** What sorts by class and name as people do: 2 before 10. */
  private String order(Path file) {
    var names = label(file) + "\0" + file.getFileName();
    return NUMBER
        .matcher(names)
        .replaceAll(it -> "0".repeat(Math.max(0, DIGITS - it.group().length())) + it.group());
  }

  private static Column text(String name, List<Path> files, Function<Path, String> text) {
    return TextColumn.of(name, files.stream().map(text).toArray(String[]::new));
  }

  /** To learn from, there are as many classes at least as columns: two. */
  private void checkClasses(List<Path> pictures) throws TableFormatException {
    var classes = pictures.stream().map(this::label).distinct().count();
    if (classes < demands.fewestColumns()) {
      var key = classes == 0 && demands.fewestColumns() == 1 ? "none" : "classes";
      throw TableFormatException.at(
          "data.pictures." + key, Place.file(name), demands.fewestColumns(), classes);
    }
  }

  /**
   * The table of images of some side. Where it is 0 it is that of the first; if others differ from
   * that, all are scaled to the usual one.
   */
  private Table table(List<Path> pictures, int wanted, int ignored) throws TableFormatException {
    var side = wanted;
    var read = new ArrayList<Path>();
    var failed = new ArrayList<Path>();
    var images = new ArrayList<short[]>();
    for (var picture : pictures) {
      progress.goOn(read.size() + failed.size(), pictures.size());
      GrayImage image;
      try {
        image = GrayImage.read(picture);
      } catch (TableFormatException _) {
        failed.add(folder.relativize(picture));
        continue;
      }
      side = side == 0 ? image.side() : side;
      if (wanted == 0 && side != image.side()) {
        return table(pictures, GrayImage.USUAL_SIDE, ignored);
      }
      // They are kept as rows until there are columns.
      demands.checkBytes(Place.file(name), 2L * Short.BYTES * side * side * pictures.size());
      images.add(image.square(side));
      read.add(picture);
    }
    checkClasses(read);
    var columns = new ArrayList<Column>(side * side + 2);
    if (demands.fewestColumns() == 1) {
      // A prediction is of use to who knows of what.
      columns.add(text("file", read, it -> it.getFileName().toString()));
    }
    for (var pixel = 0; pixel < side * side; pixel++) {
      var numbers = new short[images.size()];
      for (var row = 0; row < numbers.length; row++) {
        numbers[row] = images.get(row)[pixel];
      }
      columns.add(new NumberColumn(ColumnNames.pixel(pixel, side), NumberStorage.of(numbers)));
    }
    columns.add(text("label", read, this::label));
    var remarks = new ArrayList<Remark>();
    remarks.add(Remark.of("reading.pictures.size", false, read.size(), side));
    if (!failed.isEmpty()) {
      remarks.add(Remark.of("reading.pictures.failed", true, failed.size(), failed.getFirst()));
    }
    if (ignored > 0) {
      remarks.add(Remark.of("reading.pictures.ignored", true, ignored));
    }
    return new Table(
        name, columns, read.size(), ReadingReport.ofPictures(demands.choices(), remarks));
  }
}
