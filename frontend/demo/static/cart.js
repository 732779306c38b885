import { goods } from "./goods.js";
import { contents, element, keep, language } from "./shop.js";
import { money, texts } from "./texts.js";

const words = texts[language].cart;
const root = document.getElementById("cart");

function change(id, by) {
  const cart = contents();
  cart[id] = (cart[id] ?? 0) + by;
  if (cart[id] <= 0) delete cart[id];
  keep(cart);
  draw();
}

function button(label, text, press) {
  const made = element("button", "small", text);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.addEventListener("click", press);
  return made;
}

function row(item, number) {
  const image = element("img");
  Object.assign(image, { src: `/demo/pictures/${item.id}.svg`, alt: "", width: 96, height: 72 });
  const name = item.name[language];
  const stepper = element(
    "span",
    "stepper",
    button(`${words.less}: ${name}`, "−", () => change(item.id, -1)),
    element("output", "", String(number)),
    button(`${words.more}: ${name}`, "+", () => change(item.id, 1)),
  );
  return element(
    "li",
    "",
    image,
    element("span", "name", name),
    stepper,
    element("b", "", money(language, item.price * number)),
  );
}

function draw() {
  const cart = contents();
  const chosen = goods.filter((item) => cart[item.id] > 0);
  if (chosen.length === 0) return root.replaceChildren(element("p", "lead", words.empty));
  const total = chosen.reduce((sum, item) => sum + item.price * cart[item.id], 0);
  const order = element("button", "button", words.order);
  order.type = "button";
  const hint = element("p", "quiet", "");
  order.addEventListener("click", () => {
    hint.textContent = words.pretend;
  });
  root.replaceChildren(
    element("ul", "", ...chosen.map((item) => row(item, cart[item.id]))),
    element("p", "total", `${words.total}: `, element("b", "", money(language, total))),
    order,
    hint,
  );
}

draw();
