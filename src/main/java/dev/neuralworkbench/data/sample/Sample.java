package dev.neuralworkbench.data.sample;

import dev.neuralworkbench.data.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A data set that comes with the program. */
public sealed interface Sample permits BundledSample, GeneratedSample {

  /** Short name, as in file names and on the command line: {@code breast-cancer}. */
  String id();

  /** Its table; the same on every call. */
  Table table();

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
}
