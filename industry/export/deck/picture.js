// A slide saved as a picture, with its resolution and where its numbers come from in the file.
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
  if (!speaking) root.classList.remove('measured');
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

// The file with its resolution and with texts, each in the way of PNG; those that it had are replaced.
const REPLACED = ['pHYs', 'iTXt', 'tEXt', 'zTXt'];
function stamped(png, dpi, texts) {
  const view = new DataView(png.buffer);
  const parts = [png.subarray(0, 8)];
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + view.getUint32(at);
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (!REPLACED.includes(kind)) parts.push(png.subarray(at, end));
    if (kind === 'IHDR') parts.push(resolution(dpi), ...Object.entries(texts).map(([name, text]) => textual(name, text)));
    at = end;
  }
  return new Blob(parts, {type: 'image/png'});
}

function resolution(dpi) {
  const body = new DataView(new ArrayBuffer(9));
  const metre = Math.round(dpi / 0.0254);
  body.setUint32(0, metre);
  body.setUint32(4, metre);
  body.setUint8(8, 1); // dots per metre
  return chunk('pHYs', new Uint8Array(body.buffer));
}

function textual(name, text) {
  return chunk('iTXt', new TextEncoder().encode(name + '\0'.repeat(5) + text.replaceAll('\0', '')));
}

function chunk(kind, body) {
  const made = new Uint8Array(body.length + 12);
  const view = new DataView(made.buffer);
  view.setUint32(0, body.length);
  made.set([...kind].map((letter) => letter.charCodeAt(0)), 4);
  made.set(body, 8);
  view.setUint32(body.length + 8, checksum(made.subarray(4, body.length + 8)));
  return made;
}

// CRC-32, as PNG has it.
function checksum(bytes) {
  let sum = ~0;
  for (const one of bytes) {
    sum ^= one;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

async function save() {
  const slide = slides[current];
  try {
    const {data, layout} = held(current, 'drawing') || cover(slide);
    const url = await Plotly.toImage({data, layout}, {format: 'png', width, height, scale, imageDataOnly: true});
    const bytes = Uint8Array.from(atob(url), (one) => one.charCodeAt(0));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(stamped(bytes, Number(deck.dataset.dpi), held(current, 'provenance')));
    link.download = slide.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell(say.saved.replace('{}', slide.dataset.file));
  } catch (error) {
    console.error(error);
    tell(say.not_saved);
  }
}
