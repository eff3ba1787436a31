/* Charts on paper. No script is told how wide that is, nor which way it lies, and a drawing of the screen's width would be
   made smaller with its words. So another stands in for it: its marks are as wide as their place on paper, whatever that
   is, while words and symbols keep their size and their distance from what they belong to. */
(() => {
  const TALL = { "--upright": 720, "--lying": 560 };   // CSS pixels that heading and notes leave on an A4 that stands, that lies
  const LEAST = 0.7;   // with it the smallest words of a chart still have 7 points
  const made = [];

  const MARKS = ".js-line, .fills path, .bars path, .errorbar path, .shapelayer path, .heatmaplayer image";
  const WORDS = ".annotation", SYMBOLS = ".points path.point, .xtick text, .ytick text";

  /* A plot's drawing for paper: the room of its axes is as wide as there is room between its margins. */
  function drawn(plot) {
    const { _size: { l: left, r: right, w: width }, height, annotations } = plot._fullLayout;
    const element = (name, attributes, ...inside) => {
      const one = document.createElementNS(plot.querySelector(".main-svg").namespaceURI, name);
      for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
      one.append(...inside);
      return one;
    };
    const share = (x) => `${(100 * (x - left)) / width}%`;
    const moved = (one) => {
      const at = one.getCTM(), copy = one.cloneNode(true);
      copy.removeAttribute("clip-path");
      copy.setAttribute("transform", `matrix(${at.a} ${at.b} ${at.c} ${at.d} ${at.e} ${at.f})`);
      return copy;
    };
    const stretched = (one) => {
      const mark = moved(one);
      mark.style.vectorEffect = "non-scaling-stroke";
      const box = { viewBox: `${left} 0 ${width} ${height}`, preserveAspectRatio: "none", width: "100%", height };
      return element("svg", { ...box, overflow: "visible" }, mark);
    };
    const standing = (one, from) => {
      const x = Math.max(left, Math.min(left + width, from));   // in a margin it keeps its distance from the axes
      return element("svg", { x: share(x), overflow: "visible" }, element("g", { transform: `translate(${-x} 0)` }, moved(one)));
    };
    const held = (annotation) => {   // where it is fastened
      const { x, xref } = annotations[annotation.dataset.index], axis = plot._fullLayout[xref.replace("x", "xaxis")];
      return axis ? axis._offset + axis.r2p(x) : left + x * width;
    };
    const paper = element("svg", { class: "on-paper", overflow: "visible", height });
    for (const one of plot.querySelectorAll(".main-svg :is(" + [MARKS, WORDS, SYMBOLS].join() + ")")) {
      if (one.matches(WORDS)) paper.append(standing(one, held(one)));
      else paper.append(one.matches(SYMBOLS) ? standing(one, one.getCTM().e) : stretched(one));
    }
    paper.style.marginLeft = `${left}px`;
    paper.style.width = `calc(100% - ${left + right}px)`;
    for (const [way, most] of Object.entries(TALL))
      paper.style.setProperty(way, Math.max(LEAST, Math.min(1, most / height)));
    return paper;
  }
  addEventListener("beforeprint", () => {
    for (const plot of document.querySelectorAll(".js-plotly-plot"))
      if (plot._fullLayout?._size && plot.querySelector(".main-svg")?.getBoundingClientRect().width) {
        made.push(drawn(plot));
        plot.append(made.at(-1));
      }
  });
  addEventListener("afterprint", () => made.splice(0).forEach((one) => one.remove()));
})();
