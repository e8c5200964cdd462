package dev.neuralworkbench.report;

final class SheetStyle {

  static final String CSS =
      """
      @page { size: A4; margin: 11mm; }
      body { font: 12pt/1.5 sans-serif; color: #000; background: #fff; max-width: 46em;
        margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.5em; margin: 0 0 .3em; } h2 { font-size: 1.1em; margin: 1.4em 0 .3em; }
      h2 { break-after: avoid; } .update section, section > div { break-inside: avoid; }
      p { margin: .3em 0; }
      .first { display: flex; flex-wrap: wrap; gap: .5em 1.5em; align-items: center;
        font-size: .8em; }
      .first svg { flex: none; } .first th, .first td { padding: .1em .4em; }
      .first path { stroke: #000; } .first circle { stroke: #000; fill: #fff; }
      .first text { font: 12px sans-serif; text-anchor: middle; }
      table { border-collapse: collapse; }
      th, td { padding: .1em .7em; text-align: right; border-bottom: 1px solid #aaa;
        white-space: nowrap; }
      .worked { width: 100%; font-size: 9pt; } .worked tr { break-inside: avoid; }
      .worked th, .worked td { text-align: left; vertical-align: top; padding: .1em .5em .1em 0; }
      .worked td:nth-child(3) { white-space: normal; width: 60%; }
      .worked :last-child { text-align: right; padding-right: 0; }
      .update { columns: 2; column-gap: 1.5em; font-size: 8.5pt; line-height: 1.2; }
      .update h2 { margin: .5em 0 0; } .update p { margin: 0; }
      .update section > div { display: flow-root; margin: .2em 0; }
      .update .line { float: left; margin-right: .6em; padding-bottom: .4em; }
      .update .given { clear: both; } .update .blank { height: 2.2em; min-width: 15em; }
      .who { display: flex; gap: 2em; margin: 1em 0; }
      .who span { flex: 1; border-bottom: 1px solid #000; }
      .why, .given, .about { color: #444; font-size: .9em; }
      .decision { margin-top: 1em; font-weight: bold; }
      .role { font-weight: bold; font-size: .9em; margin-top: .6em; break-after: avoid; }
      .blank { display: flex; gap: .6em; align-items: end; height: 2.4em; }
      .blank span { flex: 3; border-bottom: 1px solid #000; } .blank span.result { flex: 1; }
      math { font-size: 1.15em; }
      @media print { body { margin: 0; max-width: none; padding: 0; } }
      """;

  private SheetStyle() {}
}
