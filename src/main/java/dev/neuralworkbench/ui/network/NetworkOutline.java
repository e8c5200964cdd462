package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.ui.workspace.DataFacts;

/** A network beside the data it is for: what the form tells about its ends and its size. */
record NetworkOutline(NetworkDesign design, DataFacts facts) {

  int inputs() {
    return facts.shape().inputs();
  }

  int outputs() {
    return design.loss().outputs(facts.problem(), facts.shape().classes());
  }

  long parameters() {
    return design.parameterCount(inputs(), outputs());
  }
}
