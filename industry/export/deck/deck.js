// Shows a deck's slides one at a time; draws each when it is near, and all of them for printing.
'use strict';
(() => {
  const root = document.documentElement;
  const deck = document.getElementById('deck');
  const slides = [...deck.querySelectorAll('.slide')];
  const bar = document.querySelector('.bar');
  const list = document.querySelector('.list');
  const told = document.querySelector('.told');
  const say = JSON.parse(document.getElementById('say').textContent);
  const [width, height, scale, margin] = ['width', 'height', 'scale', 'margin'].map((name) => Number(deck.dataset[name]));
  const config = {displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false, responsive: false};
  let current = -1;
  let quiet = 0;

  // The whole slide on any screen, and room for the controls below its last line.
  function fit() {
    const [wide, high] = [root.clientWidth, root.clientHeight];
    const upright = high > wide;
    const room = parseFloat(getComputedStyle(root).getPropertyValue('--bar'));
    const text = height - margin;
    const factor = upright ? Math.min(wide / width, high / height) : Math.min(wide / width, high / height, (high - room) / text);
    const top = upright ? 0 : Math.min((high - height * factor) / 2, high - room - text * factor);
    root.style.setProperty('--fit', factor);
    root.style.setProperty('--left', (wide - width * factor) / 2 + 'px');
    root.style.setProperty('--top', top + 'px');
  }

  // What a mark tells stands in a box of its own colour, a part a line.
  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const hoverlabel = {bgcolor: colour('--background'), bordercolor: colour('--soft'), align: 'left', font: {color: colour('--ink')}};
  function spoken(trace) {
    const parted = (text) => (typeof text === 'string' ? text.replaceAll(' · ', '<br>') : text);
    if (!trace.hovertext) return trace;
    return {...trace, hovertext: Array.isArray(trace.hovertext) ? trace.hovertext.map(parted) : parted(trace.hovertext)};
  }

  function specification(number) {
    const held = slides[number].querySelector('script');
    return held && JSON.parse(held.textContent);
  }

  function draw(number) {
    const plot = slides[number] && slides[number].querySelector('.plot');
    if (!plot || plot.dataset.drawn) return;
    plot.dataset.drawn = 'yes';
    const {data, layout} = specification(number);
    Plotly.newPlot(plot, data.map(spoken), {...layout, dragmode: false, hoverlabel}, config);
  }

  function show(number, remember = true) {
    const wanted = Math.max(0, Math.min(slides.length - 1, number));
    if (wanted !== current) {
      slides.forEach((one, index) => {
        one.classList.toggle('current', index === wanted);
        one.inert = index !== wanted;
      });
      current = wanted;
      slides[current].scrollTop = 0;
      const words = slides[current].querySelector('.words');
      if (words) words.scrollTop = 0;
      draw(current);
      setTimeout(() => [current + 1, current - 1].forEach(draw), 60);
      bar.querySelector('.place').textContent = `${current + 1} / ${slides.length}`;
      bar.querySelector('[data-do=previous]').disabled = current === 0;
      bar.querySelector('[data-do=next]').disabled = current === slides.length - 1;
      list.querySelectorAll('a').forEach((one, index) => {
        if (index === current) one.setAttribute('aria-current', 'page');
        else one.removeAttribute('aria-current');
      });
    }
    if (remember && location.hash !== '#' + (current + 1)) history.replaceState(null, '', '#' + (current + 1));
  }

  function fromAddress() {
    const asked = /^#(\d{1,4})$/.exec(location.hash);
    show(asked ? Number(asked[1]) - 1 : 0, Boolean(asked));
    listed(false);
  }

  function listed(open = list.hidden) {
    list.hidden = !open;
    bar.querySelector('[data-do=list]').setAttribute('aria-expanded', open);
    if (open) {
      worded(false);
      list.querySelectorAll('a')[current].focus();
    } else if (list.contains(document.activeElement)) document.activeElement.blur();
  }

  function worded(open = !document.body.classList.contains('worded')) {
    document.body.classList.toggle('worded', open);
    bar.querySelector('[data-do=words]').setAttribute('aria-expanded', open);
    const words = slides[current].querySelector('.words');
    if (open && words) words.focus();
  }

  function tell(text) {
    told.textContent = text;
    told.classList.add('seen');
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => told.classList.remove('seen'), 4000);
  }

  // The cover as a figure: each line of its text where it stands.
  function cover(slide) {
    root.classList.add('measured'); // as a slide, also where a phone sets it anew
    const sheet = slide.querySelector('.sheet');
    const frame = sheet.getBoundingClientRect();
    const factor = frame.width / width;
    const place = (box) => ({x: (box.left - frame.left) / factor, y: (box.top - frame.top) / factor, width: box.width / factor, height: box.height / factor});
    const annotations = [];
    const shapes = [];
    const box = (at, fill) => shapes.push({type: 'rect', xref: 'x', yref: 'y', x0: at.x, x1: at.x + at.width, y0: at.y, y1: at.y + at.height, fillcolor: fill, line: {width: 0}, layer: 'below'});
    box({x: 0, y: 0, width: 12, height}, colour('--accent'));
    sheet.querySelectorAll('.remark').forEach((one) => box(place(one.getBoundingClientRect()), colour('--notice')));
    sheet.querySelectorAll('li').forEach((one) => {
      const at = place(one.getBoundingClientRect());
      box({...at, y: at.y + at.height - 1, height: 1}, colour('--faint'));
    });
    const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const style = getComputedStyle(node.parentElement);
      for (const [text, at] of lines(node)) {
        const {x, y, height: high} = place(at);
        annotations.push({
          xref: 'x', yref: 'y', x, y: y + high / 2, xanchor: 'left', yanchor: 'middle', showarrow: false, borderpad: 0,
          text: text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
          font: {family: style.fontFamily, size: parseFloat(style.fontSize), weight: Number(style.fontWeight), color: style.color},
        });
      }
    }
    root.classList.remove('measured');
    const axis = (range) => ({range, visible: false, fixedrange: true});
    const margin = {l: 0, r: 0, t: 0, b: 0, pad: 0};
    return {data: [], layout: {width, height, margin, annotations, shapes, paper_bgcolor: '#fff', plot_bgcolor: '#fff', xaxis: axis([0, width]), yaxis: axis([height, 0])}};
  }

  // The lines into which the browser broke a text, each with its box; what is cut off is left out.
  function lines(node) {
    const found = [];
    const range = document.createRange();
    const edge = node.parentElement.getBoundingClientRect().right + 1;
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      const last = found[found.length - 1];
      if (!box.width) continue;
      if (box.right > edge) {
        if (last && !last[0].endsWith('…')) last[0] = last[0].slice(0, -1) + '…';
      } else if (last && Math.abs(last[1].top - box.top) < box.height / 2) last[0] += node.data[at];
      else found.push([node.data[at], box]);
    }
    return found.filter(([text]) => text.trim());
  }

  async function save() {
    const slide = slides[current];
    try {
      const {data, layout} = specification(current) || cover(slide);
      const url = await Plotly.toImage({data, layout}, {format: 'png', width, height, scale, imageDataOnly: true});
      const bytes = Uint8Array.from(atob(url), (one) => one.charCodeAt(0));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([bytes], {type: 'image/png'}));
      link.download = slide.dataset.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      tell(say.saved.replace('{}', slide.dataset.file));
    } catch (error) {
      console.error(error);
      tell(say.not_saved);
    }
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => tell(say.not_full));
    else tell(say.not_full);
  }

  const acts = {
    previous: () => show(current - 1),
    next: () => show(current + 1),
    first: () => show(0),
    last: () => show(slides.length - 1),
    list: () => listed(),
    words: () => worded(),
    save,
    print: () => window.print(),
    full,
    escape: () => (document.body.classList.contains('worded') ? worded(false) : listed()),
  };
  const keys = {
    ArrowRight: 'next', ArrowDown: 'next', PageDown: 'next', ' ': 'next', ArrowLeft: 'previous', ArrowUp: 'previous',
    PageUp: 'previous', Backspace: 'previous', Home: 'first', End: 'last', Escape: 'escape', s: 'save', t: 'words', p: 'print', f: 'full', l: 'list',
  };

  function typed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const name = event.key === ' ' && event.shiftKey ? 'previous' : keys[key];
    if (!list.hidden && inList(key)) return event.preventDefault();
    if (event.target.closest('button, a') && [' ', 'Enter'].includes(key)) return;
    if (event.target.closest('.worded .words') && ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', ' '].includes(key)) return;
    if (!name) return;
    event.preventDefault();
    if (!list.hidden && ['next', 'previous', 'first', 'last', 'words'].includes(name)) listed(false);
    acts[name]();
  }

  // Arrow keys move through the open list.
  function inList(key) {
    const step = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity}[key];
    if (!step) return false;
    const entries = [...list.querySelectorAll('a')];
    const at = Math.max(entries.indexOf(document.activeElement), 0);
    entries[Math.max(0, Math.min(entries.length - 1, at + step))].focus();
    return true;
  }

  function moved() {
    document.body.classList.remove('still');
    clearTimeout(quiet);
    quiet = setTimeout(() => document.body.classList.add('still'), 3000);
  }

  // A swipe turns the page; so does a tap at the slide's edge. A tap on a mark shows its label.
  let start = null;
  function touched(event) {
    const one = event.touches.length === 1 && !event.target.closest('.bar, .list, a, button, table') ? event.touches[0] : null;
    start = one && !(window.visualViewport && visualViewport.scale > 1.05) ? [one.clientX, one.clientY] : null;
  }
  function lifted(event) {
    if (!start || event.touches.length) return;
    const [across, down] = [event.changedTouches[0].clientX - start[0], event.changedTouches[0].clientY - start[1]];
    const place = start[0] / root.clientWidth;
    if (Math.abs(across) > 40 && Math.abs(across) > 1.5 * Math.abs(down)) acts[across < 0 ? 'next' : 'previous']();
    else if (Math.hypot(across, down) < 10 && event.target.closest('.sheet') && (place < 0.1 || place > 0.9)) acts[place > 0.5 ? 'next' : 'previous']();
    start = null;
  }

  bar.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (!list.hidden && button.dataset.do !== 'list') listed(false);
    acts[button.dataset.do]();
    if (event.detail) button.blur(); // clicked, not typed: the keys stay with the slides
  });
  list.addEventListener('click', (event) => {
    if (event.target.closest('a')) setTimeout(() => listed(false));
  });
  addEventListener('keydown', typed);
  addEventListener('hashchange', fromAddress);
  addEventListener('resize', fit);
  addEventListener('beforeprint', () => slides.forEach((_, index) => draw(index)));
  addEventListener('pointermove', moved, {passive: true});
  addEventListener('touchstart', touched, {passive: true, capture: true});
  addEventListener('touchend', lifted, {passive: true, capture: true});
  fit();
  fromAddress();
  moved();
})();
