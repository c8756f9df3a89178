"use strict";
/* The report as a review tool. All that it shows stands in the page already; it moves, marks and hides. Text of the
   release is only ever put in as text. */

document.documentElement.classList.add("js");

const byId = (id) => document.getElementById(id);
const all = (node, selector) => [...node.querySelectorAll(selector)];
const target = (link) => find(decodeURIComponent(link.hash.slice(1)));
const targets = (node) => all(node, 'a[href^="#"]').map(target).filter(Boolean);
const body = (item) => item.querySelector(".body") || item;
const unique = (list) => [...new Set(list)];
const CELL = "td[id], th[id]";
const PIECE = 8; // ms at a time, after the first paint, for putting in place what waits
const UNSHOWN = ".back, noscript";
const narrow = matchMedia("(max-width: 64rem)");

function make(name, attributes, ...parts) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...parts);
  return node;
}

/* The text of an element, without the names of what rests on a figure. */
function plain(node) {
  let shown = node;
  if (node.querySelector?.(UNSHOWN)) {
    shown = node.cloneNode(true);
    for (const part of all(shown, UNSHOWN)) part.remove();
  }
  return shown.textContent.replace(/\s+/g, " ").trim();
}

/* Puts in place what stands in <noscript>: there the page's own markup, escaped as all of it, waits for being shown,
   and costs nothing to open. */
function unfold(node) {
  for (const shelf of all(node, "noscript")) {
    const held = document.createElement("template");
    held.innerHTML = shelf.textContent;
    shelf.replaceWith(held.content);
  }
}

/* A leaf beyond the first screen waits in the same way; there comments stand for the <noscript> within. */
function put(leaf) {
  leaf.innerHTML = leaf.textContent.replaceAll("<!--(-->", "<noscript>").replaceAll("<!--)-->", "</noscript>");
  leaf.classList.remove("later");
}

const waiting = (part) => all(part, ".later");
const settle = (part) => waiting(part).forEach(put);

/* The element with an id, put in place where it waits. */
function find(id) {
  if (!id || byId(id)) return byId(id);
  const leaf = waiting(document).find((held) => held.textContent.includes(` id="${id}"`));
  if (leaf) put(leaf);
  return byId(id);
}

/* Gives a filter the choices that wait behind it. */
function fill(select) {
  const shelf = select.nextElementSibling;
  select.insertAdjacentHTML("beforeend", shelf.textContent);
  shelf.remove();
}

/* Puts in place all that waits, the nearest to the top of its column first, in pieces between which the browser paints
   and answers. */
function settleInPieces(done) {
  const columns = all(document, ".panel, .sheet").flatMap((column) => waiting(column).map((leaf, at) => ({ leaf, at })));
  const queue = columns.sort((a, b) => a.at - b.at).map(({ leaf }) => leaf);
  const piece = () => {
    const stop = performance.now() + PIECE;
    while (queue.length && performance.now() < stop) {
      const leaf = queue.shift();
      if (leaf.matches(".later")) put(leaf);
    }
    if (queue.length) setTimeout(piece);
    else done();
  };
  piece();
}

/* One release of the page, with its panel and its tools. */
class Review {
  constructor(article) {
    this.article = article;
    const one = (selector) => article.querySelector(selector);
    this.panel = one(".panel");
    this.sheet = one(".sheet");
    this.figure = one(".figure");
    this.sumbar = one(".sumbar");
    this.where = one(".where");
    this.search = one(".find input");
    this.hits = one(".hits");
    this.selects = all(article, ".filters select");
    this.selects.forEach(fill);
    this.selected = null;
    this.words = "";
    this.found = [];
    this.sums = new Map();
    this.listen(one);
  }

  listen(one) {
    const on = (node, type, act) => node && node.addEventListener(type, act);
    on(one(".next"), "click", () => this.step(1));
    on(one(".previous"), "click", () => this.step(-1));
    on(one(".view"), "click", () => this.view());
    on(one(".help"), "click", () => byId("keys").showModal());
    on(one(".grip"), "click", () => this.open(!this.panel.classList.contains("open")));
    on(one(".more"), "click", () => this.expand(one(".more")));
    on(one(".clear"), "click", () => this.clearFilters());
    for (const select of this.selects) on(select, "change", () => this.filter());
    on(this.search, "input", () => {
      clearTimeout(this.wait);
      this.wait = setTimeout(() => this.filter(), 120);
    });
    on(this.sheet, "mouseover", (event) => this.hover(event.target.closest(CELL)));
    on(this.sheet, "mouseleave", () => this.hover(null));
    on(this.sheet, "focusin", (event) => this.hover(event.target.closest(CELL)));
    this.sheet.addEventListener("toggle", (event) => unfold(event.target), true);
    on(this.article, "click", (event) => this.click(event));
  }

  /* All findings and claims. */
  get items() {
    settle(this.panel);
    return (this.known ??= all(this.panel, ".item"));
  }

  /* Those that the filters leave. */
  get shown() {
    return this.left ?? this.items;
  }

  /* ---- selecting ---- */

  click(event) {
    const link = event.target.closest('a[href^="#"]');
    if (link) {
      if (this.follow(link, event.detail === 0)) event.preventDefault();
      return;
    }
    if (event.target.closest(".copy")) return void copy(event.target.closest("p"));
    const item = event.target.closest(".item:not(.selected)");
    if (item && !event.target.closest("summary, button")) return this.select(item);
    const cell = event.target.closest(".sheet td[id], .sheet th[id]");
    if (cell && !getSelection().toString()) this.selectCell(cell);
  }

  /* What a link within the page means: a number opens its working, an item its place, a figure what rests on it. */
  follow(link, byKey) {
    const item = link.classList.contains("open") ? link.closest(".item") : null;
    if (item && item !== this.selected) {
      this.select(item, link);
    } else {
      const end = target(link);
      if (!end || !this.article.contains(end)) return false;
      if (!this.show(end, link)) return false;
      if (byKey) focus(end.closest(".item")?.querySelector(".open") || end);
    }
    return true;
  }

  /* Shows the element that a link or an address names; says whether it is one that can be shown. */
  show(end, from) {
    const item = end.closest(".item");
    if (item) {
      this.select(item, from);
    } else if (end.matches("a.number")) {
      this.select(target(end), from && !this.panel.contains(from) ? end : null);
      flash(end);
    } else if (end.matches(CELL)) {
      if (from && this.panel.contains(from) && !this.figure.contains(from)) {
        if (narrow.matches) this.open(false);
        reveal(end);
        flash(end);
      } else {
        this.selectCell(end);
      }
    } else {
      return false;
    }
    record(end);
    return true;
  }

  /* Opens an item in the panel, and marks the number and the figures that it is about. `from` stays where it is. */
  select(item, from) {
    this.clear();
    unfold(item);
    this.selected = item;
    item.classList.add("selected");
    item.querySelector(".open")?.setAttribute("aria-current", "true");
    const place = item.querySelector(".open") && target(item.querySelector(".open"));
    const cells = unique(targets(body(item)).filter((end) => end.matches(CELL)));
    for (const cell of cells) cell.classList.add("cited");
    place?.classList.add("current");
    if (item.matches(".entry")) body(item).append(...peeks(cells));
    if (place && (narrow.matches || !(from && this.sheet.contains(from)))) reveal(place);
    this.open(true);
    this.scrollTo(item);
    for (const box of all(item, ".peek")) centre(box);
    this.count();
  }

  /* Shows what rests on a figure: the sentences, the findings, the sums. */
  selectCell(cell) {
    this.clear();
    unfold(cell);
    cell.classList.add("current");
    const resting = unique(all(cell, ".back a").map(target).filter(Boolean));
    for (const end of resting) if (end.matches(".number")) end.classList.add("cited");
    this.figure.replaceChildren(...description(cell, resting, this.sumsOf(cell)));
    this.figure.hidden = false;
    this.hover(cell);
    reveal(cell);
    this.open(true);
    this.panel.scrollTop = 0;
    record(cell);
  }

  clear() {
    for (const node of all(this.article, ".cited, .current")) node.classList.remove("cited", "current");
    this.figure.hidden = true;
    if (!this.selected) return;
    this.selected.classList.remove("selected");
    this.selected.querySelector(".open")?.removeAttribute("aria-current");
    for (const node of all(this.selected, ".peek")) node.remove();
    this.selected = null;
  }

  /* To the next or the previous item of those that the filters leave. */
  step(by) {
    const top = this.panel.querySelector(".item, .later");
    if (by > 0 && !this.selected && !this.left && top?.matches(".item")) return this.goTo(top);
    const shown = this.shown;
    const at = shown.indexOf(this.selected);
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (next) this.goTo(next);
  }

  goTo(item) {
    this.select(item);
    focus(item.querySelector(".open"));
    record(item);
  }

  /* From the selected item to its place in the release, and from there back. */
  place() {
    const link = this.selected?.querySelector(".open");
    const end = link && target(link);
    if (!end) return;
    if (narrow.matches) this.open(false);
    reveal(end);
    focus(end);
  }

  /* Brings an item to the top of the panel; again, when what was laid out on the way may have moved it. */
  scrollTo(item, again = true) {
    const gap = item.getBoundingClientRect().top - this.panel.getBoundingClientRect().top;
    const over = all(this.panel, ":scope > .grip, :scope > .jump").reduce((sum, node) => sum + node.offsetHeight, 4);
    this.panel.scrollTop += gap - over;
    if (again) afterwards(() => this.selected === item && this.scrollTo(item, false));
  }

  open(wide) {
    this.panel.classList.toggle("open", wide);
    this.panel.querySelector(".grip").setAttribute("aria-expanded", wide);
  }

  /* ---- filtering ---- */

  filter() {
    const wanted = Object.fromEntries(this.selects.map((select) => [select.dataset.key, select.value]));
    const words = this.search.value.trim().toLowerCase();
    clearTimeout(this.wait);
    settle(this.article);
    if (words) unfold(this.panel);
    if (wanted.r) unfold(this.sheet);
    this.words = words;
    const fits = (item) =>
      Object.entries(wanted).every(([key, value]) => !value || (item.dataset[key] || "").split(" ").includes(value)) &&
      (!words || plain(item).toLowerCase().includes(words));
    for (const item of this.items) {
      const off = !fits(item);
      item.hidden = off;
      if (item.matches(".entry")) target(item.querySelector(".open"))?.classList.toggle("off", off);
    }
    for (const line of all(this.sheet, ".proofs dd")) line.hidden = Boolean(wanted.r) && line.dataset.r !== wanted.r;
    this.left = this.items.filter((item) => !item.hidden);
    for (const group of all(this.panel, ".group")) group.hidden = !group.querySelector(".item:not([hidden])");
    const some = Boolean(words) || Object.values(wanted).some(Boolean);
    const open = all(this.panel, ".unchecked")[0];
    if (open) open.hidden = some && wanted.v !== "unsupported";
    this.article.querySelector(".clear").hidden = !some;
    this.find(words);
    this.count();
  }

  clearFilters() {
    for (const select of this.selects) select.value = "";
    this.search.value = "";
    this.filter();
    this.search.focus();
  }

  /* Which of how many items is selected; told once they are all in place. */
  count() {
    if (waiting(this.panel).length) return;
    const [of, all] = [this.shown.length, this.items.length];
    const at = this.shown.indexOf(this.selected) + 1;
    this.where.textContent = at ? `${at} of ${of}` : of === all ? `${of}` : `${of} of ${all}`;
  }

  /* ---- searching the release ---- */

  find(words) {
    this.found = words ? places(this.sheet, words) : [];
    this.article.classList.toggle("searched", Boolean(words));
    this.at = -1;
    paint("found", this.found);
    paint("found-now", []);
    this.hits.textContent = words ? `${this.found.length} in the release` : "";
  }

  nextHit(by) {
    if (!this.found.length) return;
    this.at = (this.at + by + this.found.length) % this.found.length;
    const range = this.found[this.at];
    paint("found-now", [range]);
    reveal(range.startContainer.parentElement);
    this.hits.textContent = `${this.at + 1} of ${this.found.length} in the release`;
  }

  /* ---- tables ---- */

  view() {
    settle(this.sheet);
    const button = this.article.querySelector(".view");
    const tables = this.article.classList.toggle("tables");
    button.setAttribute("aria-pressed", tables);
    for (const list of all(this.sheet, ".proofs")) {
      unfold(list);
      list.open = tables;
    }
    this.sheet.scrollIntoView();
  }

  expand(button) {
    const wide = this.article.querySelector(".tools").classList.toggle("wide");
    button.setAttribute("aria-expanded", wide);
  }

  /* The lines of arithmetic that a figure takes part in, its own first. Lines are read table by table, when one of
     them names the figure. */
  sumsOf(cell) {
    const lines = [];
    waiting(this.sheet).filter((leaf) => leaf.textContent.includes(cell.id)).forEach(put);
    for (const proofs of all(this.sheet, ".proofs")) {
      if (!this.sums.has(proofs)) {
        const shelf = proofs.querySelector("noscript");
        if (shelf && !shelf.textContent.includes(cell.id)) continue;
        unfold(proofs);
        this.sums.set(proofs, index(proofs));
      }
      lines.push(...(this.sums.get(proofs).get(cell.id) || []));
    }
    return lines.sort((a, b) => (total(b) === cell.id) - (total(a) === cell.id));
  }

  /* Shows the sums that a figure takes part in: its own first, then those of which it is a part. */
  hover(cell) {
    if (cell === this.over) return;
    this.over = cell;
    for (const node of this.lit || []) node.classList.remove("whole", "part");
    const lines = cell && !cell.closest(".panel") ? this.sumsOf(cell) : [];
    const own = lines.filter((line) => total(line) === cell.id);
    const line = own[0] || lines[0];
    this.sumbar.hidden = !line;
    this.lit = [];
    if (!line) return;
    this.sumbar.textContent = (own.length ? own : lines).slice(0, 2).map(written).join("  ·  ");
    this.lit = [total(line), ...line.dataset.by.split(" ")].map(find).filter(Boolean);
    this.lit.forEach((node, at) => node.classList.add(at ? "part" : "whole"));
  }

  /* ---- keys ---- */

  key(event) {
    const cell = event.target.closest?.(`.sheet td[id], .sheet th[id]`);
    if (cell && event.key.startsWith("Arrow")) return this.move(cell, event);
    if (event.key === "Enter") return this.enter(event, cell);
    if (event.key === "Escape") return this.back(event);
    const typing = event.target.matches?.("input, select, textarea");
    if (typing || !byId("single").checked) return;
    const act = {
      n: () => this.step(1), j: () => this.step(1), p: () => this.step(-1), k: () => this.step(-1),
      o: () => this.place(), t: () => this.view(), "/": () => this.search.focus(),
      "?": () => byId("keys").showModal(),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  enter(event, cell) {
    if (event.target === this.search) {
      if (this.words !== this.search.value.trim().toLowerCase()) this.filter();
      this.nextHit(event.shiftKey ? -1 : 1);
    } else if (cell && event.target === cell) {
      this.selectCell(cell);
      focus(this.figure.querySelector("a"));
    } else if (event.target.matches?.(".scroll")) {
      focus(event.target.querySelector(CELL));
    } else {
      return;
    }
    event.preventDefault();
  }

  back(event) {
    if (!this.sumbar.hidden) this.hover(null);
    if (event.target === this.search) {
      this.search.value = "";
      this.filter();
    } else if (event.target.closest?.(CELL)) {
      focus(event.target.closest(".scroll"));
    } else if (event.target.closest?.(".panel")) {
      this.place();
    }
    if (narrow.matches) this.open(false);
  }

  /* From a figure to the next one in a direction, by the rows and columns that their ids hold. */
  move(cell, event) {
    const [row, column] = spot(cell);
    const way = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const ahead = all(cell.closest("table"), CELL)
      .map((node) => [node, spot(node)])
      .filter(([, [r, c]]) => (way[0] ? c === column && (r - row) * way[0] > 0 : r === row && (c - column) * way[1] > 0))
      .sort(([, a], [, b]) => Math.abs(a[0] - row) + Math.abs(a[1] - column) - Math.abs(b[0] - row) - Math.abs(b[1] - column));
    event.preventDefault();
    if (ahead.length) focus(ahead[0][0]);
  }
}

/* ---- the page ---- */

const spot = (cell) => cell.id.split("-").slice(-2).map(Number);

/* Brings an element into sight, where it is not: clear of the tools above, the sums or the panel below, the edges of
   its table. */
function reveal(node, again = true) {
  const box = node.getBoundingClientRect();
  const frame = node.closest(".scroll")?.getBoundingClientRect() || { left: 0, right: innerWidth };
  const low = box.top < 90 || box.bottom > innerHeight * (narrow.matches ? 0.4 : 1) - 60;
  if (low || box.left < frame.left || box.right > frame.right) {
    node.scrollIntoView({ block: narrow.matches ? "start" : "center", inline: "nearest" });
    if (again) afterwards(() => reveal(node, false)); // what was laid out on the way may have moved it
  }
}

const afterwards = (act) => requestAnimationFrame(() => setTimeout(act));

function focus(node) {
  if (!node) return;
  if (node.tabIndex < 0) node.tabIndex = -1;
  node.focus({ preventScroll: true });
  if (node.matches(CELL)) node.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function flash(node) {
  node.classList.add("current");
}

/* The address names what is shown, so that it can be sent to somebody and the browser's way back works. */
function record(node) {
  if (node.id && location.hash !== `#${node.id}`) history.pushState(null, "", `#${node.id}`);
}

/* The tables of some cells as they are printed, with the cells marked: rows around them where a table is long. */
function peeks(cells) {
  return unique(cells.map((cell) => cell.closest("table"))).map((table) => {
    const cited = cells.filter((cell) => table.contains(cell)).map((cell) => cell.closest("tr").rowIndex);
    const near = (at) => table.rows.length <= 40 || cited.some((row) => Math.abs(row - at) <= 5);
    const rows = [...table.rows].filter((row) => row.matches(".head") || near(row.rowIndex));
    const body = make("table", { class: "printed" }, ...rows.map((row) => row.cloneNode(true)));
    for (const node of all(body, "[id]")) node.removeAttribute("id");
    for (const node of all(body, UNSHOWN)) node.remove();
    for (const label of all(body, "th[scope=row]")) label.textContent = shortened(plain(label), 56);
    const name = table.closest(".scroll").getAttribute("aria-label");
    const box = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `${name}, the figures` }, body);
    return make("div", { class: "peek" }, make("p", { class: "about" }, name), box);
  });
}

const shortened = (text, most) => (text.length > most ? `${text.slice(0, most).replace(/\s\S*$/, "")} …` : text);

/* Scrolls a copied table to its first marked cell. */
function centre(peek) {
  const box = peek.querySelector(".scroll");
  const cell = peek.querySelector(".cited");
  if (!cell) return;
  const [outer, inner] = [box.getBoundingClientRect(), cell.getBoundingClientRect()];
  box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  box.scrollLeft += inner.right - outer.right + 16;
}

/* What the panel says about a figure. */
function description(cell, resting, sums) {
  const label = cell.closest("tr").querySelector("th");
  const name = cell.closest(".scroll").getAttribute("aria-label");
  const about = [label && label !== cell ? plain(label) : "", header(cell), name].filter(Boolean).join(" · ");
  const parts = [make("h2", {}, plain(cell)), make("p", { class: "about" }, about)];
  const list = (title, lines) => lines.length && parts.push(make("h3", {}, title), make("ul", {}, ...lines));
  list("Sentences that rest on it", sentences(resting.filter((end) => end.matches(".number"))));
  list("Findings", resting.filter((end) => end.matches(".item")).map((item) => make("li", {}, link(item.id, plain(item.querySelector("h3"))))));
  list("Sums and checks", sums.map((line) => make("li", { class: line.className }, written(line))));
  if (parts.length === 2) parts.push(make("p", {}, "No sentence and no sum rests on this figure."));
  return parts;
}

const link = (id, text) => make("a", { href: `#${id}` }, text);

/* The sentences that some numbers of the prose stand in, each once, with those numbers as links. */
function sentences(marks) {
  const found = new Map();
  for (const mark of marks) {
    const block = mark.closest("p, h3");
    const [text, nodes] = texts(block);
    const at = nodes.find(([, node]) => mark.contains(node))[0];
    const start = Math.max(0, ...[...text.slice(0, at).matchAll(/[.!?]["”)]?\s+(?=["“(]?[A-Z])/g)].map((m) => m.index + m[0].length));
    const stop = text.slice(at + mark.textContent.length).search(/[.!?]["”)]?(\s|$)/);
    const end = stop < 0 ? text.length : at + mark.textContent.length + stop + 1;
    const key = `${block.id} ${start}`;
    const known = found.get(key) || { marks: [], range: between(nodes, start, end) };
    known.marks.push(mark.id);
    found.set(key, known);
  }
  return [...found.values()].map(({ marks: ids, range }) => {
    const line = make("li", {}, range.cloneContents());
    for (const node of all(line, "[id]")) node.replaceWith(ids.includes(node.id) ? link(node.id, node.textContent) : node.textContent);
    return line;
  });
}

/* The text of an element, and its text nodes with the offsets that they start at. */
function texts(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentNode.closest(UNSHOWN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push([text.length, walker.currentNode]);
    text += walker.currentNode.data;
  }
  return [text, nodes];
}

/* The words over a cell's column. */
function header(cell) {
  const column = spot(cell)[1];
  const words = [];
  for (const row of all(cell.closest("table"), "tr.head")) {
    let at = 0;
    for (const head of row.cells) {
      if (at <= column && column < at + head.colSpan && plain(head)) words.push(plain(head));
      at += head.colSpan;
    }
  }
  return words.join(" ");
}

/* The lines of arithmetic of a table by the cells that take part in them. */
function index(proofs) {
  const found = new Map();
  for (const line of all(proofs, "dd")) {
    for (const id of [total(line), ...line.dataset.by.split(" ")]) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(line);
    }
  }
  return found;
}

/* The cell that a line of arithmetic comes to. */
const total = (line) => line.firstElementChild.hash.slice(1);

/* A line of arithmetic in words: row, column, sum. */
function written(line) {
  let above = line.previousElementSibling;
  while (above.matches("dd")) above = above.previousElementSibling;
  const row = plain(above);
  const column = plain(line.firstElementChild);
  return `${row}${column === row ? "" : `, ${column}`}: ${plain(line.lastChild)}`;
}

/* All places of some words in the release, spaces of any kind alike. */
function places(sheet, words) {
  const escaped = words.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(escaped.join("\\s+"), "gi");
  const found = [];
  for (const shown of all(sheet, ".leaf > :is(p, h3), .printed")) {
    if (shown.textContent.search(pattern) < 0) continue;
    const [text, nodes] = texts(shown);
    for (const match of text.matchAll(pattern)) found.push(between(nodes, match.index, match.index + match[0].length));
    if (found.length > 2000) break;
  }
  return found;
}

function between(nodes, start, end) {
  const holding = (at) => nodes.findLast(([from]) => from <= at);
  const range = document.createRange();
  const [from, first] = holding(start);
  const [to, last] = holding(end - 1);
  range.setStart(first, start - from);
  range.setEnd(last, end - to);
  return range;
}

function paint(name, ranges) {
  if (window.CSS?.highlights) CSS.highlights.set(name, new Highlight(...ranges));
}

async function copy(line) {
  const code = line.querySelector("code");
  const button = line.querySelector("button");
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(code); // a browser that forbids it still copies what is selected
    button.textContent = "Selected: copy it";
  }
}

let reviews = null;

/* Makes the page answer. */
function start() {
  if (reviews) return;
  unfold(byId("keys"));
  reviews = all(document, ".release").map((article) => new Review(article));
  let current = reviews[0];
  const of = (node) => reviews.find((review) => review.article.contains(node));
  for (const type of ["pointerdown", "focusin"]) {
    document.addEventListener(type, (event) => (current = of(event.target) || current));
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || byId("keys").open || !current) return;
    current.key(event);
  });
  const go = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const late = id && !byId(id);
    const end = find(id);
    if (end && !of(end)?.show(end, null) && late) end.scrollIntoView();
  };
  addEventListener("popstate", go);
  go();
}

/* What goes through the whole page needs it in place: the way from link to link, a search of the browser, paper. */
function needsAll(event) {
  if (event.key === "Tab" || event.ctrlKey || event.metaKey) settle(document);
}

function paper() {
  settle(document);
  unfold(document);
}

history.scrollRestoration = "manual"; // what the address names is brought into view, wherever it was
addEventListener("beforeprint", paper);
matchMedia("print").addEventListener("change", paper);
addEventListener("keydown", needsAll, true);
/* The first screen is painted before anything else is done, unless the reader is quicker or the address names a place. */
document.addEventListener("DOMContentLoaded", () => {
  for (const type of ["pointerdown", "keydown", "click", "focusin", "input", "change", "mouseover"]) {
    addEventListener(type, start, { capture: true, once: true, passive: true });
  }
  if (location.hash) start();
  afterwards(() => {
    start();
    setTimeout(() => settleInPieces(() => reviews.forEach((review) => review.count())));
  });
});
