/** The single-page part: sections and goods change the address through the History API, without a page load. */
import { categories, goods } from "./goods.js";
import { element, language } from "./shop.js";
import { money, texts } from "./texts.js";

const words = texts[language];
const root = document.getElementById("catalogue");

function here() {
  const query = new URLSearchParams(location.search);
  return { section: query.get("section"), item: goods.find((one) => one.id === query.get("item")) };
}

function go(query) {
  history.pushState(null, "", `${location.pathname}${query}`);
  draw();
}

function link(query, className, ...children) {
  const made = element("a", className, ...children);
  made.href = `${location.pathname}${query}`;
  made.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(query);
  });
  return made;
}

function picture(item) {
  const image = element("img");
  Object.assign(image, { src: `/demo/pictures/${item.id}.svg`, alt: "", width: 320, height: 240 });
  return element("span", `picture ${categories.find((one) => one.id === item.category).tint}`, image);
}

function add(item, className) {
  const made = element("button", className, words.add);
  made.type = "button";
  made.dataset.add = item.id;
  return made;
}

function chips(section) {
  const chip = (id, query, text) => {
    const made = link(query, "chip", text);
    if (id === section) made.setAttribute("aria-current", "true");
    return made;
  };
  return element(
    "p",
    "chips",
    chip(null, "", words.catalogue.everything),
    ...categories.map((one) => chip(one.id, `?section=${one.id}`, one.name[language])),
  );
}

function list(section) {
  const shown = goods.filter((item) => !section || item.category === section);
  const cards = shown.map((item) =>
    element(
      "li",
      "card",
      link(
        `?${section ? `section=${section}&` : ""}item=${item.id}`,
        "",
        picture(item),
        element("span", "name", item.name[language]),
        element("span", "line", item.line[language]),
      ),
      element("div", "buy", element("span", "price", element("b", "", money(language, item.price))), add(item, "")),
    ),
  );
  return [chips(section), element("ul", "cards", ...cards)];
}

function one(item, section) {
  const full = element("a", "", words.catalogue.full);
  full.href = `product-${item.id}.html`;
  return [
    element("p", "crumbs", link(section ? `?section=${section}` : "", "", words.catalogue.back)),
    element(
      "div",
      "product",
      picture(item),
      element(
        "div",
        "",
        element("h2", "big", item.name[language]),
        element("p", "lead", item.line[language]),
        element("p", "sum", element("b", "", money(language, item.price))),
        element("p", "", add(item, "button")),
        element("p", "", item.about[language]),
        element("p", "", full),
      ),
    ),
  ];
}

function draw() {
  const { section, item } = here();
  const category = categories.find((each) => each.id === section);
  document.title = `${(item ?? category)?.name[language] ?? words.catalogue.title} — ${words.shop}`;
  root.replaceChildren(...(item ? one(item, category?.id) : list(category?.id ?? null)));
}

addEventListener("popstate", draw);
draw();
