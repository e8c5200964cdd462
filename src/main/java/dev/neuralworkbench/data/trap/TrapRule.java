package dev.neuralworkbench.data.trap;

import java.util.List;

interface TrapRule {

  List<Trap> find(Inspection look);
}
