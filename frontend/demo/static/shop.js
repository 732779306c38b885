/** The cart, kept in this browser, and the "add" buttons of every page. */
import { texts } from "./texts.js";

export const language = document.documentElement.lang === "en" ? "en" : "ru";
const place = "demo-shop-cart";

/** What is in the cart: product id to count. */
export function contents() {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "{}");
  } catch {
    return {};
  }
}

export function keep(cart) {
  try {
    localStorage.setItem(place, JSON.stringify(cart));
  } catch {
    // A browser without storage still shows the shop.
  }
  count(cart);
}

function count(cart) {
  const sum = Object.values(cart).reduce((total, one) => total + one, 0);
  for (const badge of document.querySelectorAll("[data-count]")) {
    badge.textContent = String(sum);
    badge.hidden = sum === 0;
  }
}

/** An element with a class and children; text stays text. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-add]");
  if (!button) return;
  const cart = contents();
  cart[button.dataset.add] = (cart[button.dataset.add] ?? 0) + 1;
  keep(cart);
  button.textContent = `✓ ${texts[language].added}`;
  setTimeout(() => {
    button.textContent = texts[language].add;
  }, 1600);
});

count(contents());
