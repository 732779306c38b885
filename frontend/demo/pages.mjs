/** The demo shop's pages as functions from a language to HTML. Everything put in is our own text from goods.mjs and texts.mjs. */
import { categories, goods } from "./goods.mjs";
import { money, texts } from "./texts.mjs";

const home = (language) => (language === "ru" ? "/demo/" : "/demo/en/");
const address = (language, file) => `${home(language)}${file}`;
const productFile = (item) => `product-${item.id}.html`;
const categoryFile = (category) => `${category.id}.html`;

const picture = (item, eager = false) =>
  `<img src="/demo/pictures/${item.id}.svg" alt="" width="320" height="240"${eager ? "" : ' loading="lazy"'}>`;

const price = (language, item) =>
  `<span class="price">${item.was ? `<s>${money(language, item.was)}</s> ` : ""}<b>${money(language, item.price)}</b></span>`;

const tint = (item) => categories.find((category) => category.id === item.category).tint;

const card = (language, item) => `
<li class="card">
  <a href="${address(language, productFile(item))}">
    <span class="picture ${tint(item)}">${picture(item)}</span>
    <span class="name">${item.name[language]}</span>
    <span class="line">${item.line[language]}</span>
  </a>
  <div class="buy">${price(language, item)}<button type="button" data-add="${item.id}">${texts[language].add}</button></div>
</li>`;

const cards = (language, list) => `<ul class="cards">${list.map((item) => card(language, item)).join("")}</ul>`;

/** One page in its frame. `file` is the page's name, the same in both languages; `scripts` are modules of its own. */
function page(language, file, title, body, scripts = []) {
  const words = texts[language];
  const other = language === "ru" ? "en" : "ru";
  const link = (to, text, extra = "") =>
    `<a href="${address(language, to)}"${to === file ? ' aria-current="page"' : ""}${extra}>${text}</a>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === words.shop ? `${words.shop} — ${words.slogan.toLowerCase()}` : `${title} — ${words.shop}`}</title>
<link rel="icon" href="/demo/pictures/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/demo/goods.css">
<link rel="stylesheet" href="/demo/shop.css">
<script type="module" src="/demo/shop.js"></script>
${scripts.map((name) => `<script type="module" src="/demo/${name}"></script>`).join("\n")}
<script async src="/loader.js" data-site="__SITE_KEY__" data-language="${language}"></script>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="top">
  <a class="brand" href="${address(language, "index.html")}"><img src="/demo/pictures/mark.svg" alt="" width="36" height="36"><span>${words.shop}<small>${words.slogan}</small></span></a>
  <nav>
    ${link("catalogue.html", words.menu.catalogue)}
    ${categories.map((category) => link(categoryFile(category), category.name[language], ' class="wide"')).join("\n    ")}
    ${link("delivery.html", words.menu.delivery)}
    ${link("cart.html", `${words.menu.cart} <span class="count" data-count hidden></span>`, ' class="cart"')}
    <a class="language" href="${address(other, file)}" lang="${other}" hreflang="${other}">${words.other}</a>
  </nav>
</header>
<main id="content">${body}</main>
<footer>
  <p><b>${words.shop}</b><br>${words.address}<br>${words.hours}</p>
  <p class="quiet">${words.footer}</p>
</footer>
</body>
</html>
`;
}

function indexPage(language) {
  const words = texts[language];
  const favourites = ["can", "secateurs", "barrow"].map((id) => goods.find((item) => item.id === id));
  return page(
    language,
    "index.html",
    words.shop,
    `
<section class="hero">
  <div>
    <h1>${words.hero.title}</h1>
    <p>${words.hero.lead}</p>
    <p class="actions"><a class="button" href="${address(language, "catalogue.html")}">${words.hero.button}</a>
    <a class="button plain" href="${address(language, "delivery.html")}">${words.hero.second}</a></p>
  </div>
  <img src="/demo/pictures/hero.svg" alt="" width="760" height="520">
</section>
<ul class="promises">${words.promises.map(([head, text]) => `<li><b>${head}</b>${text}</li>`).join("")}</ul>
<section><h2>${words.sections}</h2>
<ul class="sections">${categories
      .map((category) => {
        const items = goods.filter((item) => item.category === category.id);
        return `<li class="${category.tint}"><a href="${address(language, categoryFile(category))}"><span><b>${category.name[language]}</b>${words.items(items.length)}</span>${picture(items[0])}</a></li>`;
      })
      .join("")}</ul></section>
<section><h2>${words.favourites}</h2><p class="lead">${words.favouritesLead}</p>${cards(language, favourites)}</section>
<section class="story"><h2>${words.story.title}</h2><p>${words.story.text}</p></section>`,
  );
}

function categoryPage(language, category) {
  const items = goods.filter((item) => item.category === category.id);
  return page(
    language,
    categoryFile(category),
    category.name[language],
    `<section><h1>${category.name[language]}</h1><p class="lead">${category.lead[language]}</p>${cards(language, items)}</section>`,
  );
}

function productPage(language, item) {
  const words = texts[language];
  const category = categories.find((one) => one.id === item.category);
  const similar = goods.filter((one) => one !== item && one.category === item.category);
  return page(
    language,
    productFile(item),
    item.name[language],
    `
<p class="crumbs"><a href="${address(language, "index.html")}">${words.menu.home}</a> / <a href="${address(language, categoryFile(category))}">${category.name[language]}</a></p>
<section class="product">
  <span class="picture ${category.tint}">${picture(item, true)}</span>
  <div>
    <h1>${item.name[language]}</h1>
    <p class="lead">${item.line[language]}</p>
    <p class="sum">${price(language, item)}</p>
    <p><button class="button" type="button" data-add="${item.id}">${words.add}</button></p>
    <p class="stock">${words.inStock}</p>
    <p>${item.about[language]}</p>
    <h2>${words.details}</h2>
    <dl>${item.facts.map(([head, value]) => `<div><dt>${head[language]}</dt><dd>${value[language]}</dd></div>`).join("")}</dl>
    <p class="question">${words.question}</p>
  </div>
</section>
<section><h2>${words.similar}</h2>${cards(language, similar)}</section>`,
  );
}

function deliveryPage(language) {
  const words = texts[language].delivery;
  return page(
    language,
    "delivery.html",
    words.title,
    `<section class="narrow"><h1>${words.title}</h1><p class="lead">${words.lead}</p>
<div class="scroll"><table><thead><tr>${words.heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>${words.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table></div>
<p class="stock">${words.free}</p>
<h2>${words.returns}</h2><p>${words.returnsText}</p>
<h2>${words.questions}</h2>
${words.faq.map(([head, text]) => `<details><summary>${head}</summary><p>${text}</p></details>`).join("")}</section>`,
  );
}

const cartPage = (language) =>
  page(
    language,
    "cart.html",
    texts[language].cart.title,
    `<section class="narrow"><h1>${texts[language].cart.title}</h1><div id="cart" class="basket"></div></section>`,
    ["cart.js"],
  );

const cataloguePage = (language) =>
  page(
    language,
    "catalogue.html",
    texts[language].catalogue.title,
    `<section><h1>${texts[language].catalogue.title}</h1><p class="lead">${texts[language].catalogue.lead}</p><div id="catalogue"></div></section>`,
    ["catalogue.js"],
  );

/** Every page of one language by its file name. */
export const pagesOf = (language) =>
  new Map([
    ["index.html", indexPage(language)],
    ...categories.map((category) => [categoryFile(category), categoryPage(language, category)]),
    ...goods.map((item) => [productFile(item), productPage(language, item)]),
    ["delivery.html", deliveryPage(language)],
    ["cart.html", cartPage(language)],
    ["catalogue.html", cataloguePage(language)],
  ]);
