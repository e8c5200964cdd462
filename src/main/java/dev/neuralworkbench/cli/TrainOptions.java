package dev.neuralworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose an experiment; null where the default stays. */
final class TrainOptions {

  @Mixin ColumnOptions columns = new ColumnOptions();

  @Option(names = "--task", paramLabel = "TASK")
  @Nullable String task;

  @Option(names = "--hidden", paramLabel = "UNITS")
  @Nullable String hidden;

  @Option(names = "--activation", paramLabel = "NAME")
  @Nullable String activation;

  @Option(names = "--initializer", paramLabel = "NAME")
  @Nullable String initializer;

  @Option(names = "--dropout", paramLabel = "RATE")
  @Nullable Double dropout;

  @Option(names = "--loss", paramLabel = "NAME")
  @Nullable String loss;

  @Option(names = "--label-smoothing", paramLabel = "SHARE")
  @Nullable Double labelSmoothing;

  @Option(names = "--optimizer", paramLabel = "NAME")
  @Nullable String optimizer;

  @Option(names = "--learning-rate", paramLabel = "X")
  @Nullable Double learningRate;

  @Option(names = "--momentum", paramLabel = "X")
  @Nullable Double momentum;

  @Option(names = "--schedule", paramLabel = "NAME")
  @Nullable String schedule;

  @Option(names = "--batch-size", paramLabel = "N")
  @Nullable Integer batchSize;

  @Option(names = "--epochs", paramLabel = "N")
  @Nullable Integer epochs;

  @Option(names = "--until-loss", paramLabel = "X")
  @Nullable Double untilLoss;

  @Option(names = "--early-stopping", paramLabel = "PATIENCE")
  @Nullable Integer earlyStopping;

  @Option(names = "--l1", paramLabel = "X")
  @Nullable Double l1;

  @Option(names = "--l2", paramLabel = "X")
  @Nullable Double l2;

  @Option(names = "--average", paramLabel = "EPOCHS")
  @Nullable Integer average;

  @Option(names = "--judging-folds", paramLabel = "N")
  @Nullable Integer judgingFolds;

  @Option(names = "--clip", paramLabel = "X")
  @Nullable Double clip;

  @Option(names = "--validation", paramLabel = "SHARE")
  @Nullable Double validation;

  @Option(names = "--test", paramLabel = "SHARE")
  @Nullable Double test;

  @Option(names = "--training-share", paramLabel = "SHARE")
  @Nullable Double trainingShare;

  @Option(names = "--rare", paramLabel = "ROWS")
  @Nullable Integer rare;

  @Option(names = "--feature", paramLabel = "KIND=COLUMN")
  List<String> features = new ArrayList<>();

  @Option(names = "--balance")
  boolean balance;

  @Option(names = "--split-by", paramLabel = "KIND=COLUMN")
  @Nullable String splitBy;

  @Option(names = "--no-stratify")
  boolean noStratify;

  @Option(names = "--scaling", paramLabel = "NAME")
  @Nullable String scaling;

  @Option(names = "--seed", paramLabel = "N")
  @Nullable Long seed;

  @Option(names = "--split-seed", paramLabel = "N")
  @Nullable Long splitSeed;

  @Option(names = "--threads", paramLabel = "N")
  int threads = Runtime.getRuntime().availableProcessors();
}
