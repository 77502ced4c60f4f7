// Adds what a page without a script cannot have: search, the heading of the place that is being
// read, and Escape for pop-ups. Nothing is fetched, sent or remembered.
"use strict";
(() => {
  const text = document.querySelector("main");
  const form = document.querySelector("form.search");

  // Search

  const field = form.querySelector("input");
  const counter = form.querySelector("output");
  let index = null; // the text of the page as it shows, folded
  let matches = []; // start and end of each match in that text
  let current = -1;

  const fold = character => character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The visible text, with the text node and the offset that each of its characters comes from.
  // Runs of white space, and the borders of blocks, are one space. Characters are UTF-16 units here.
  function read() {
    const nodes = [], offsets = [], parts = [];
    let lastBlock = null, space = true;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const add = (letters, node, offset) => {
      for (const unit of letters.split("")) {
        parts.push(unit);
        nodes.push(node);
        offsets.push(offset);
      }
    };
    const blocks = "p, div, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, blockquote, section, pre, figcaption";
    for (let node; (node = walker.nextNode());) {
      const parent = node.parentElement;
      if (parent.closest(".popup, .unseen, script, style, title, desc") || !parent.checkVisibility()) continue;
      const block = parent.closest(blocks);
      if (block !== lastBlock && !space) {
        add(" ", node, 0);
        space = true;
      }
      lastBlock = block;
      let offset = 0;
      for (const character of node.data) {
        const blank = /\s/.test(character);
        if (!blank) add(fold(character), node, offset);
        else if (!space) add(" ", node, offset);
        space = blank;
        offset += character.length;
      }
    }
    return { text: parts.join(""), nodes, offsets };
  }

  function range([start, end]) {
    const found = document.createRange();
    found.setStart(index.nodes[start], index.offsets[start]);
    const last = index.nodes[end - 1], offset = index.offsets[end - 1];
    found.setEnd(last, Math.min(last.length, offset + (last.data.codePointAt(offset) > 0xffff ? 2 : 1)));
    return found;
  }

  function search() {
    const words = [...field.value.trim().replace(/\s+/g, " ")].map(fold).join("");
    index ??= read();
    matches = [];
    current = -1;
    for (let at = index.text.indexOf(words); words && at >= 0; at = index.text.indexOf(words, at + words.length)) {
      matches.push([at, at + words.length]);
    }
    mark("search", matches.map(range));
    mark("search-current", []);
    counter.value = words ? String(matches.length) : "";
  }

  function mark(name, ranges) {
    if (!CSS.highlights) return;
    const highlight = new Highlight();
    for (const found of ranges) highlight.add(found);
    CSS.highlights.set(name, highlight);
  }

  function go(step) {
    if (!matches.length) return;
    current = current < 0 && step < 0 ? matches.length - 1 : (current + step + matches.length) % matches.length;
    const found = range(matches[current]);
    if (CSS.highlights) mark("search-current", [found]);
    else getSelection().setBaseAndExtent(found.startContainer, found.startOffset, found.endContainer, found.endOffset);
    scrollBy({ top: found.getBoundingClientRect().top - innerHeight / 3 });
    counter.value = `${current + 1}/${matches.length}`;
  }

  form.hidden = false;
  field.addEventListener("input", search);
  form.addEventListener("submit", event => {
    event.preventDefault();
    go(1);
  });
  form.querySelector("button[type=button]").addEventListener("click", () => go(-1));
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      go(-1);
    }
  });

  // A switch changes what shows, and so what can be found.
  for (const input of document.querySelectorAll(".switches input")) {
    input.addEventListener("change", () => {
      index = null;
      search();
    });
  }

  // The running title names the section that is being read; the contents mark it.

  const headings = [...text.querySelectorAll("article :is(h2, h3, h4)")];
  const running = document.createElement("span");
  running.className = "running-section";
  document.querySelector(".running-title").append(running);
  let waiting = false;

  function where() {
    waiting = false;
    let low = 0, high = headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (headings[middle].getBoundingClientRect().top < innerHeight / 4) low = middle + 1;
      else high = middle;
    }
    const heading = headings[low - 1];
    running.textContent = heading ? heading.innerText.trim() : "";
    const section = heading?.closest("section[id]");
    for (const link of document.querySelectorAll(".contents a[aria-current]")) link.removeAttribute("aria-current");
    if (section) {
      document.querySelector(`.contents a[href="#${CSS.escape(section.id)}"]`)?.setAttribute("aria-current", "location");
    }
  }

  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(where);
    waiting = true;
  }, { passive: true });
  where();

  // Escape puts a note's pop-up away until the pointer or the focus comes anew.

  addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const note of document.querySelectorAll(".noteref:is(:hover, :focus-within)")) {
      note.classList.add("dismissed");
      const anew = () => note.classList.remove("dismissed");
      note.addEventListener("mouseleave", anew, { once: true });
      note.addEventListener("focusout", anew, { once: true });
    }
  });
})();
