package dev.neuralworkbench.report;

/** How pages look, on a screen and on A4. */
final class PageStyle {

  private static final String ALL =
      """
      body { color: #000; background: #fff; max-width: 46em; margin: 2em auto; padding: 0 1em; }
      p { margin: .3em 0; }
      .role { font-weight: bold; font-size: .9em; margin-top: .6em; break-after: avoid; }
      .about, .why, .given { color: #444; font-size: .9em; }
      table { border-collapse: collapse; }
      @media print { body { margin: 0; max-width: none; padding: 0; } }
      """;

  static final String REPORT =
      ALL
          + """
          @page { size: A4; margin: 18mm; }
          body { font: 11pt/1.5 sans-serif; color: #1a1a1a; }
          h1 { font-size: 1.7em; margin: 0 0 .2em; }
          h2 { font-size: 1.2em; margin: 1.6em 0 .4em; padding-top: .4em;
            border-top: 1px solid #ccc; break-after: avoid; }
          h3 { font-size: 1em; margin: 1.2em 0 .3em; break-after: avoid; }
          section h2 { font-size: 1em; border: 0; padding: 0; margin: 1.2em 0 .2em; }
          section, svg, table { break-inside: avoid; }
          table { margin: .5em 0; font-size: .8em;
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
          pre { white-space: pre-wrap; overflow-wrap: anywhere;
            background: #f5f5f5; padding: .6em; }
          math { font-size: 1.1em; }
          """;

  static final String SHEET =
      ALL
          + """
          @page { size: A4; margin: 11mm; }
          body { font: 12pt/1.5 sans-serif; }
          h1 { font-size: 1.5em; margin: 0 0 .3em; } h2 { font-size: 1.1em; margin: 1.4em 0 .3em; }
          h2 { break-after: avoid; } .update section, section > div { break-inside: avoid; }
          .first { display: flex; flex-wrap: wrap; gap: .5em 1.5em; align-items: center;
            font-size: .8em; }
          .first svg { flex: none; } .first th, .first td { padding: .1em .4em; }
          .first path { stroke: #000; } .first circle { stroke: #000; fill: #fff; }
          .first text { font: 12px sans-serif; text-anchor: middle; }
          th, td { padding: .1em .7em; text-align: right; border-bottom: 1px solid #aaa;
            white-space: nowrap; }
          .worked { width: 100%; font-size: 9pt; } .worked tr { break-inside: avoid; }
          .worked th, .worked td { text-align: left; vertical-align: top;
            padding: .1em .5em .1em 0; }
          .worked td:nth-child(3) { white-space: normal; width: 60%; }
          .worked :last-child { text-align: right; padding-right: 0; }
          .update { columns: 2; column-gap: 1.5em; font-size: 8.5pt; line-height: 1.2; }
          .update h2 { margin: .5em 0 0; } .update p { margin: 0; }
          .update section > div { display: flow-root; margin: .2em 0; }
          .update .line { float: left; margin-right: .6em; padding-bottom: .4em; }
          .update .given { clear: both; } .update .blank { height: 2.2em; min-width: 15em; }
          .who { display: flex; gap: 2em; margin: 1em 0; }
          .who span { flex: 1; border-bottom: 1px solid #000; }
          .decision { margin-top: 1em; font-weight: bold; }
          .blank { display: flex; gap: .6em; align-items: end; height: 2.4em; }
          .blank span { flex: 3; border-bottom: 1px solid #000; } .blank span.result { flex: 1; }
          math { font-size: 1.15em; }
          """;

  private PageStyle() {}
}
