import { expect, test } from "vitest";
import { drawButton } from "./button";
import { messages } from "./messages";

test("the button has a name and is out of the page's reach", () => {
  const button = drawButton(messages.ru);
  expect(button.ariaLabel).toBe("Открыть чат");
  expect(document.querySelector("button")).toBeNull();
  expect(document.body.lastElementChild?.shadowRoot).toBeNull();
});
