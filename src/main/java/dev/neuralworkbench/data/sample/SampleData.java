package dev.neuralworkbench.data.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

public final class SampleData {

  private SampleData() {}

  /** The samples in the order of a course: small and visible ones first. */
  public static List<Sample> all() {
    var samples = new ArrayList<Sample>();
    Arrays.stream(SampleKind.values()).map(GeneratedSample::of).forEach(samples::add);
    samples.addAll(List.of(BundledSample.values()));
    return List.copyOf(samples);
  }

  /** The sample of an id, such as {@code iris} or {@code circles}. */
  public static Optional<Sample> named(String id) {
    return all().stream().filter(sample -> sample.id().equals(id)).findFirst();
  }
}
