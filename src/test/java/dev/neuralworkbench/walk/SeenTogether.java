package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever is told of a change finds the facts of the document that he finds. */
final class SeenTogether {

  private final Workspace workspace;
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  /** Listens as the screens do. On the workspace's thread. */
  SeenTogether(Workspace workspace) {
    this.workspace = workspace;
    workspace.facts().subscribe(_ -> look());
    workspace.problems().subscribe(_ -> look());
    workspace.document().subscribe(_ -> look());
  }

  /** What was seen that does not belong together. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  private void look() {
    var facts = workspace.facts().get();
    var document = workspace.document().get();
    var preparation = document.draft().preparation();
    var table = document.data().table();
    var fit =
        facts.problem() == preparation.problemType()
            && (!facts.known()
                || (table != null
                    && preparation.problems(table).isEmpty()
                    && facts.shape().equals(DataShape.of(preparation, table))));
    if (!fit) {
      wrong.add("seen together: facts " + facts.shape() + " and a document of others");
    }
  }
}
