package dev.neuralworkbench.data.trap;

import java.util.List;

/** Looks for traps of one sort. */
interface TrapRule {

  /** What it finds; nothing in a table that is as it should be. */
  List<Trap> find(Inspection look);
}
