/// The look that the page of the month and the letters share: light, dark, phone and A4.
enum Stylesheet {
  static let css = colours + layout + pieces + narrowAndPaper

  private static let light = """
      --paper: #ffffff; --ink: #1a1f25; --soft: #4d5863; --line: #c5cdd5; --wash: #f3f6f8; --accent: #00558a;
      --notice: #fff5dc; --notice-line: #9a6700; --fault: #a3172a; --base: \(Palette.css(Palette.baseline));
      --aim: \(Palette.css(Palette.target));
    """
  private static let dark = """
      --paper: #12161b; --ink: #e9edf1; --soft: #b4bfca; --line: #414c57; --wash: #1c232a; --accent: #8accf5;
      --notice: #2e2612; --notice-line: #d9a441; --fault: #ff9aa5; --base: #93a0ad; --aim: #e0a44a;
    """
  private static let colours = """

    :root { color-scheme: light dark;
    \(light) }
    @media (prefers-color-scheme: dark) { :root {
    \(dark) } }

    """

  private static let layout = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 72rem; padding: 1rem clamp(1rem, 3vw, 2rem) 3rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
      overflow-wrap: anywhere; }
    h1 { font-size: clamp(1.7rem, 5vw, 2.4rem); line-height: 1.15; margin: .2rem 0 .6rem; }
    h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.4rem 0 .8rem; padding-top: .7rem;
      border-top: 3px solid var(--accent); }
    h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.2rem 0 .4rem; }
    p, ul, ol, dl { margin: .4rem 0 .8rem; }
    li { margin: .15rem 0; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: 1rem; top: -4rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
    .skip:focus { top: .5rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .eyebrow { color: var(--soft); font-weight: 600; margin: 0; }
    .soft { color: var(--soft); }
    .small { font-size: .9rem; }
    .marks { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: .6rem 0; }
    .mark { display: inline-block; border: 1.5px solid currentColor; border-radius: 1rem; padding: .05rem .7rem;
      font-weight: 600; font-size: .9rem; }
    .notice { background: var(--notice); border-left: 4px solid var(--notice-line); padding: .6rem .9rem;
      margin: .8rem 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; list-style: none; padding: 0; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem 2.5rem;
      align-items: start; }
    figure { margin: .5rem 0 1rem; }
    figcaption { margin-bottom: .6rem; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--soft);
      font-size: .9rem; }

    """

  private static let pieces = """
    .scroll { overflow-x: auto; margin: .6rem 0 1rem; }
    table { border-collapse: collapse; overflow-wrap: break-word; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: left; color: var(--soft); padding-bottom: .4rem; }
    caption span { display: inline-block; max-width: calc(100vw - 2rem); }
    th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
    tbody th { font-weight: 600; min-width: 9rem; }
    th .small { font-weight: 400; }
    td:not(.number) { min-width: 7rem; }
    .number { text-align: right; }
    td.number, span.number { white-space: nowrap; }
    th.number { min-width: 5.5rem; }
    .nowrap { white-space: nowrap; }
    details { margin: .4rem 0 .8rem; }
    summary { color: var(--accent); cursor: pointer; }
    .state { white-space: nowrap; font-weight: 600; }
    .faulty { color: var(--fault); }
    .figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); gap: 0 2rem;
      list-style: none; padding: 0; }
    .figures > li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .8rem; align-content: start; margin: 0;
      padding: .45rem 0; border-bottom: 1px solid var(--line); }
    .named > * { line-height: 1.3; }
    .valued { text-align: right; max-width: 13rem; }
    .value { overflow-wrap: normal; font-size: 1.2rem; font-weight: 700; line-height: 1.25;
      font-variant-numeric: tabular-nums; }
    .figures .facts { grid-column: 1 / -1; color: var(--soft); margin: .1rem 0 0; line-height: 1.35; }
    .comment { display: block; color: var(--ink); font-style: italic; }
    svg { display: block; color: var(--ink); overflow: visible; }
    svg text { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; font: .9rem system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
    .spark { width: 7rem; height: 1.6rem; margin: .15rem 0 0 auto; }
    .zero { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
    .piece-0 { fill: var(--accent); }
    .piece-1 { fill: url(#hatch); stroke: var(--accent); }
    .piece-2 { fill: var(--wash); stroke: var(--accent); }
    .keep li { margin: .3rem 0; }
    .split { display: flex; justify-content: space-between; gap: 1rem; }
    .split > :last-child { text-align: right; }
    .trace { fill: none; stroke: var(--accent); stroke-width: 2; vector-effect: non-scaling-stroke;
      stroke-linejoin: round; }
    .dot { fill: none; stroke: var(--accent); stroke-width: 7; stroke-linecap: round;
      vector-effect: non-scaling-stroke; }
    .base { stroke: var(--base); stroke-width: 1.5; stroke-dasharray: 6 4; vector-effect: non-scaling-stroke; }
    .aim { stroke: var(--aim); stroke-width: 1.5; stroke-dasharray: 2 3; vector-effect: non-scaling-stroke; }
    .track { fill: var(--wash); stroke: var(--line); }
    .gap { fill: url(#hatch); stroke: currentColor; }
    .strong { font-weight: 700; }
    .bars { list-style: none; padding: 0; }
    .bars li { margin: 0 0 .7rem; }
    .fault { border-left: 4px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: 1rem 0; }
    .fault.file, .fault.row { border-left-color: var(--fault); }
    .fault.warning { border-left-color: var(--notice-line); }
    .letter { max-width: 46rem; }
    code { font-family: ui-monospace, "Cascadia Mono", "Liberation Mono", monospace; font-size: .92em;
      overflow-wrap: anywhere; }

    """

  private static let narrowAndPaper = """
    @media (max-width: 30rem) {
      .marks { gap: .3rem; }
      h2 { margin-top: 1.6rem; }
      th, td { padding: .3rem .5rem; font-size: .9rem; line-height: 1.35; }
      td:not(.number) { min-width: 5.5rem; }
      .figures > li { padding: .35rem 0; }
      tbody th { min-width: 10.5rem; }
      th.number { min-width: 8rem; }
      footer p { margin: .3rem 0; line-height: 1.35; }
      .small, .soft { line-height: 1.35; }
      p, ul, ol { margin: .3rem 0 .5rem; }
      figure { margin-bottom: .6rem; }
      .bars li { margin-bottom: .4rem; }
      .value { font-size: 1.1rem; }
      .spark { width: 5.5rem; height: 1.3rem; }
    }
    @page { size: A4; margin: 15mm; }
    @media print {
      :root { color-scheme: light;
    \(light) }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .skip, nav { display: none; }
      details::details-content { content-visibility: visible; height: auto; }
      .scroll { overflow: visible; }
      h2, h3, h2 + p, caption, figcaption { break-after: avoid; }
      p, tr, .two > div, .figures > li, figure, .fault, .notice, .bars li { break-inside: avoid; }
      .figures { grid-template-columns: repeat(2, 1fr); }
      .two { grid-template-columns: 1fr 1fr; }
      a { color: inherit; }
    }

    """
}
