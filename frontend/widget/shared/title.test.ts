import { expect, test } from "vitest";
import { blinkingTitle } from "./title";

function blinking(title: string, hidden = true) {
  const holder = { title, hidden };
  return { holder, blink: blinkingTitle(holder) };
}

test("a hidden tab shows the notice every other second", () => {
  const { holder, blink } = blinking("Лейки");
  blink.tell("(1) Новое сообщение");
  const shown = [1, 2, 3, 4].map(() => {
    blink.tick();
    return holder.title;
  });
  expect(shown).toEqual(["(1) Новое сообщение", "Лейки", "(1) Новое сообщение", "Лейки"]);
});

test("a tab that is looked at keeps its own title", () => {
  const { holder, blink } = blinking("Лейки", false);
  blink.tell("(1)");
  blink.tick();
  expect(holder.title).toBe("Лейки");
});

test("looking at the tab gives the title back at the next tick", () => {
  const { holder, blink } = blinking("Лейки");
  blink.tell("(1)");
  blink.tick();
  holder.hidden = false;
  blink.tick();
  expect(holder.title).toBe("Лейки");
});

test("reading the message ends the blinking at once", () => {
  const { holder, blink } = blinking("Лейки");
  blink.tell("(1)");
  blink.tick();
  blink.tell(null);
  expect(holder.title).toBe("Лейки");
  blink.tick();
  expect(holder.title).toBe("Лейки");
});

test("another count while the notice is shown does not lose the page's title", () => {
  const { holder, blink } = blinking("Лейки");
  blink.tell("(1)");
  blink.tick();
  blink.tell("(2)");
  expect(holder.title).toBe("Лейки");
  blink.tick();
  expect(holder.title).toBe("(2)");
  expect(blink.own()).toBe("Лейки");
});

test("what the page writes over the notice wins", () => {
  const { holder, blink } = blinking("Лейки");
  blink.tell("(1)");
  blink.tick();
  holder.title = "Корзина";
  expect(blink.own()).toBe("Корзина");
  blink.tick();
  expect(holder.title).toBe("Корзина");
  blink.tick();
  expect(holder.title).toBe("(1)");
  blink.tell(null);
  expect(holder.title).toBe("Корзина");
});
