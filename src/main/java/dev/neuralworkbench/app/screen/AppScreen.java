package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.ScreenView;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The screens, in the order of their tabs; Ctrl and the number in it shows one. */
public enum AppScreen {
  DATA(
      "form.data",
      false,
      ScreenParts::data,
      "open read roles look clean split",
      "target input category missing outlier split"),
  LIVE(
      "live.title",
      false,
      ScreenParts::live,
      "train loss picture network change past",
      "epoch loss validation overfitting weight rate"),
  EVALUATE(
      "evaluate.title",
      true,
      ScreenParts::evaluate,
      "rows scores wrong roc residuals calibration threshold costs inputs dependence cross compare"
          + " errors",
      "test accuracy confusion roc r2 residual baseline positive prcurve brier cutoff costs"
          + " importance practical"),
  BACKPROP(
      "backprop.title",
      true,
      ScreenParts::backpropView,
      "walk detail apply quiz ledger check",
      "forward delta gradient chain optimizer"),
  PREDICT(
      "predict.title",
      true,
      ScreenParts::predict,
      "enter draw picture why sure rows file",
      "probability input missing target shapley conformal"),
  RUNS(
      "runs.title",
      false,
      ScreenParts::runs,
      "list open curves study rate landscape",
      "run seed study ratetest landscape");

  /** All of them, in order. */
  public static final List<AppScreen> ALL = List.of(values());

  public final String titleKey;

  /**
   * Whether it shows what was learned: a moment of the past too, and it needs no form beside it.
   */
  final boolean ofModel;

  @SuppressWarnings("ImmutableEnumChecker") // A method's name.
  private final Function<ScreenParts, ScreenView> view;

  private final String items;
  private final String terms;

  AppScreen(
      String titleKey,
      boolean ofModel,
      Function<ScreenParts, ScreenView> view,
      String items,
      String terms) {
    this.titleKey = titleKey;
    this.ofModel = ofModel;
    this.view = view;
    this.items = items;
    this.terms = terms;
  }

  /** The one of an id, as settings keep it. */
  public static Optional<AppScreen> of(String id) {
    return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Names it in settings, in ids of nodes and in keys of the help. */
  public String id() {
    return Ids.of(this);
  }

  public List<String> items() {
    return List.of(items.split(" "));
  }

  public List<String> terms() {
    return List.of(terms.split(" "));
  }

  ScreenView view(ScreenParts parts) {
    return view.apply(parts);
  }
}
