/*
Search over the pages, in search-index.js: [address, title, [anchor, heading, text] ...] a page.
Every word that is typed must begin a word of a section, or stand inside one when it is longer;
words in titles count more than in headings, and these more than in text.
*/
"use strict";

(() => {
  const MOST = 30;
  const LONG = 4;
  const AROUND = 90;
  const WEIGHTS = { title: 8, heading: 4, text: 1 };
  const INSIDE = 0.25;
  const PAUSE = 200;

  const form = document.querySelector("form.search");
  const field = document.getElementById("query");
  const results = document.getElementById("results");
  const found = document.getElementById("found");
  const contents = document.querySelector(".all-pages");

  /* Letters as people type them: case and accents aside, å also as aa or a, ø as oe or o, æ as ae. */
  const folded = (words) =>
    words
      .toLowerCase()
      .replaceAll("æ", "ae")
      .replaceAll("ø", "o")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replaceAll("aa", "a")
      .replaceAll("oe", "o");

  const terms = (words) => words.split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(folded);

  const sections = globalThis.searchIndex.flatMap(([address, title, parts]) =>
    parts.map(([anchor, heading, text]) => ({
      href: anchor ? `${address}#${anchor}` : address,
      title,
      heading,
      text,
      words: { title: anchor ? [] : terms(title), heading: terms(heading), text: terms(text) },
      page: terms(title),
    })),
  );

  /* How well a word fits one of some others: 1 at the beginning, less inside, 0 not at all. */
  const fit = (term, words) => {
    if (words.some((word) => word.startsWith(term))) return 1;
    return term.length >= LONG && words.some((word) => word.includes(term)) ? INSIDE : 0;
  };

  /* The score of a section; 0 when a term is missing or only the title of its page has them. */
  const score = (section, wanted) => {
    let sum = 0;
    for (const term of wanted) {
      const own = Object.entries(WEIGHTS).reduce(
        (total, [part, weight]) => total + weight * fit(term, section.words[part]),
        0,
      );
      if (!own && !fit(term, section.page)) return 0;
      sum += own;
    }
    return sum;
  };

  const marked = (text, wanted) =>
    text.split(/([\p{L}\p{N}]+)/u).map((part) => {
      const word = folded(part);
      if (!wanted.some((term) => word.startsWith(term) || (term.length >= LONG && word.includes(term)))) {
        return part;
      }
      const mark = document.createElement("mark");
      mark.textContent = part;
      return mark;
    });

  /* The part of a text around the first word that was looked for. */
  const excerpt = (text, wanted) => {
    let at = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (wanted.some((term) => folded(match[0]).startsWith(term))) {
        at = match.index;
        break;
      }
    }
    const start = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
    const end = text.length > at + 2 * AROUND ? text.lastIndexOf(" ", at + 2 * AROUND) : text.length;
    return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const result = (section, wanted) => {
    const link = element("a", "", ...marked(section.heading || section.title, wanted));
    link.href = section.href;
    const parts = [element("p", "result", link)];
    if (section.heading) parts.push(element("p", "on-page", section.title));
    if (section.text) parts.push(element("p", "excerpt", ...marked(excerpt(section.text, wanted), wanted)));
    return element("li", "", ...parts);
  };

  const announced = (count) => {
    const said = form.dataset;
    if (count === 0) return said.none;
    if (count > MOST) return said.most.replace("{}", MOST);
    return count === 1 ? said.one : said.several.replace("{}", count);
  };

  const search = () => {
    const wanted = [...new Set(terms(field.value))];
    const scored = wanted.length
      ? sections.map((section) => [score(section, wanted), section]).filter(([points]) => points > 0)
      : [];
    scored.sort(([one], [other]) => other - one);
    results.replaceChildren(...scored.slice(0, MOST).map(([, section]) => result(section, wanted)));
    contents.hidden = wanted.length > 0;
    found.textContent = wanted.length ? announced(scored.length) : "";
  };

  /* What was looked for stands behind the #, so that it can be shared and is sent to nobody. */
  const remember = () => {
    const query = field.value.trim();
    const address = `#q=${encodeURIComponent(query)}`;
    if (query && location.hash !== address) history.replaceState(null, "", address);
  };

  const recalled = () => new URLSearchParams(location.hash.slice(1)).get("q") || "";

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      search();
      remember();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
    remember();
  });
  window.addEventListener("hashchange", () => {
    field.value = recalled();
    search();
  });

  form.hidden = false;
  field.value = recalled();
  search();
  if (!matchMedia("(pointer: coarse)").matches) field.focus();
})();
