package dev.neuralworkbench.app.help;

import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The field's terms in one language, a sentence or two each, in the order in which one meets them;
 * and which of them a label is about, found from the words on it.
 */
public final class Glossary {

  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put(
        "data",
        """
        dataset input target class category missing scaling standardize minmax maxabs engineered
        rare outlier leftout replaced mean median deviation quartile skewness distribution distinct correlation\
        """);
    GROUPS.put(
        "split",
        "split training validation test stratified copies groups time folds cross balanced prior"
            + " seed");
    GROUPS.put(
        "network",
        """
        network layer hidden outputlayer unit weight bias parameters start glorot he activation
        identity relu leaky elu gelu softplus mish tanh sigmoid softmax logit probability\
        """);
    GROUPS.put(
        "learning",
        """
        loss trainingloss mse mae huber bce cce batch epoch shuffle gradient backprop chain delta forward check
        rate effective optimizer sgd momentum nesterov velocity adagrad rmsprop adam adamw nadam
        beta epsilon fading schedule step exponential cosine inverse plateau factor finalshare
        clipping ledger threshold limit diverged dead saturated\
        """);
    GROUPS.put(
        "generalization",
        """
        overfitting regularization penalty l1 l2 maxnorm decay dropout smoothing early monitor
        patience mindelta keepbest averaging\
        """);
    GROUPS.put(
        "scores",
        """
        score accuracy confusion precision recall specificity f1 mcc macro micro weighted positive
        cutoff costs roc auc tpr fpr prcurve ap logloss calibration brier r2 rmse mape residual interval
        sampling bootstrap practical ttest holm conformal importance dependence largest shapley nearest
        baseline linear logistic softmaxregression preset\
        """);
    GROUPS.put("runs", "run curve gap study share landscape ratetest onnx");
  }

  /** Shorter words than this are found as a whole label only, and not within one. */
  private static final int LEAST_WITHIN = 2;

  final List<Group> groups;
  private final Map<String, String> byName = new LinkedHashMap<>();

  /** Terms that belong together, under a heading. */
  record Group(String name, List<Term> terms) {}

  /**
   * A term.
   *
   * @param id its name in keys
   * @param names all that it is called, on labels too
   */
  record Term(String id, String name, String means, List<String> names) {}

  public Glossary(Words words) {
    groups =
        GROUPS.entrySet().stream()
            .map(
                group ->
                    new Group(
                        words.text("glossary.group." + group.getKey()),
                        Stream.of(group.getValue().split("\\s+"))
                            .map(id -> term(id, words))
                            .toList()))
            .toList();
    groups.stream()
        .flatMap(group -> group.terms().stream())
        .forEach(term -> term.names().forEach(name -> byName.putIfAbsent(plain(name), term.id())));
  }

  private static Term term(String id, Words words) {
    var name = words.text("glossary." + id);
    var names = new ArrayList<String>();
    names.add(name);
    names.addAll(List.of(name.split("[()（）]")));
    var also = "glossary." + id + ".also";
    if (words.has(also)) {
      names.addAll(List.of(words.text(also).split("\\|")));
    }
    return new Term(id, name, words.text("glossary." + id + ".means"), List.copyOf(names));
  }

  /**
   * The term that a text is about: the one whose name it is, or else the one that it names last: a
   * validation loss is a loss. Of two names that end there, the longer.
   *
   * @return its id
   */
  public Optional<String> find(String text) {
    var sought = plain(text);
    var exact = byName.get(sought);
    if (exact != null) {
      return Optional.of(exact);
    }
    var last = "";
    var lastEnd = 0;
    for (var name : byName.keySet()) {
      var end = endWithin(name, sought);
      if (end > lastEnd || (end == lastEnd && end > 0 && name.length() > last.length())) {
        last = name;
        lastEnd = end;
      }
    }
    return Optional.ofNullable(byName.get(last));
  }

  /** Where a name ends in a text, as whole words where a language has blanks; 0 if nowhere. */
  private static int endWithin(String name, String text) {
    if (name.length() < LEAST_WITHIN) {
      return 0;
    }
    for (var at = text.lastIndexOf(name); at >= 0; at = text.lastIndexOf(name, at - 1)) {
      var end = at + name.length();
      var begins = at == 0 || !isLetter(text.charAt(at - 1)) || !isLetter(text.charAt(at));
      var ends =
          end == text.length() || !isLetter(text.charAt(end)) || !isLetter(text.charAt(end - 1));
      if (begins && ends) {
        return end;
      }
    }
    return 0;
  }

  /** Of a script that parts its words with blanks. */
  private static boolean isLetter(char c) {
    return Character.isLetter(c) && !Character.isIdeographic(c);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
