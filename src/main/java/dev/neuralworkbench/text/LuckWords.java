package dev.neuralworkbench.text;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.Luck;
import java.util.List;

/** How much of the best setting's lead may be luck, as a sentence. */
public final class LuckWords {

  private static final int DIGITS = 3;

  private LuckWords() {}

  /**
   * The sentence; empty where there are no two settings.
   *
   * @param names of the settings that were judged, in their order
   */
  public static String of(Luck luck, List<String> names, Words words) {
    if (luck.verdict() == Luck.Verdict.ONE_SETTING) {
      return "";
    }
    var tie = luck.lead() == 0 ? "tie" : Ids.of(luck.verdict());
    return words.text(
        "study.luck." + tie,
        names.get(luck.best()),
        names.get(luck.second()),
        Numbers.rounded(luck.lead(), DIGITS),
        percent(luck.share()));
  }

  private static String percent(double share) {
    var least = 1.0 / Luck.REDRAWS;
    return share < least ? "< " + Numbers.exact(100 * least) + "%" : Numbers.percent(share, 2);
  }
}
