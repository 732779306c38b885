import style from "./button.css?inline";
import type { LoaderMessages } from "./messages";

const svg = "http://www.w3.org/2000/svg";
const bubble =
  "M12 3C6.5 3 2 6.8 2 11.5c0 2.5 1.3 4.7 3.3 6.2L4.6 21l4-1.6c1 .3 2.2.5 3.4.5 5.5 0 10-3.8 10-8.4S17.5 3 12 3z";

/** Draws the button in a closed shadow root: neither the page's styles nor its scripts reach inside. */
export function drawButton(texts: LoaderMessages): HTMLButtonElement {
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];

  const button = document.createElement("button");
  button.type = "button";
  button.ariaLabel = texts.open;
  const icon = document.createElementNS(svg, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", bubble);
  icon.append(path);
  button.append(icon);
  shadow.append(button);
  document.body.append(host);
  return button;
}
