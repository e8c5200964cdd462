package dev.neuralworkbench.report;

final class ReportStyle {

  static final String CSS =
      """
      @page { size: A4; margin: 18mm; }
      body { font: 11pt/1.5 sans-serif; color: #1a1a1a; background: #fff; max-width: 46em;
        margin: 2em auto; padding: 0 1em; }
      h1 { font-size: 1.7em; margin: 0 0 .2em; }
      h2 { font-size: 1.2em; margin: 1.6em 0 .4em; padding-top: .4em; border-top: 1px solid #ccc;
        break-after: avoid; }
      h3 { font-size: 1em; margin: 1.2em 0 .3em; break-after: avoid; }
      section h2 { font-size: 1em; border: 0; padding: 0; margin: 1.2em 0 .2em; }
      p { margin: .3em 0; }
      .about, .why, .given { color: #555; font-size: .9em; }
      .role { font-weight: bold; font-size: .9em; margin-top: .6em;
        break-after: avoid; }
      section, svg, table { break-inside: avoid; }
      table { border-collapse: collapse; margin: .5em 0; font-size: .8em;
        font-variant-numeric: tabular-nums; }
      th, td { padding: .2em .4em .2em .8em; border-bottom: 1px solid #ddd; text-align: right; }
      th:first-child { text-align: left; font-weight: normal; padding-left: 0; }
      .pairs td { text-align: left; overflow-wrap: anywhere; }
      .pairs th { color: #555; white-space: nowrap; vertical-align: top; }
      svg { width: 100%; height: auto; overflow: visible; font: 12px sans-serif; }
      svg .grid { stroke: #e2e2e2; }
      svg .line { fill: none; stroke: #0a58ca; stroke-width: 1.8; }
      svg .best { stroke: #999; stroke-dasharray: 4 4; }
      svg circle { fill: none; stroke: #0a58ca; }
      svg text { fill: #555; }
      svg .name { fill: #1a1a1a; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f5f5f5; padding: .6em; }
      math { font-size: 1.1em; }
      @media print { body { margin: 0; max-width: none; padding: 0; } }
      """;

  private ReportStyle() {}
}
