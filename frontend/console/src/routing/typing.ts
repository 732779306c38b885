const fields =
  "input:not([type=button],[type=submit],[type=checkbox],[type=radio]), textarea, select, [contenteditable=true]";

/** Whether what is focused takes letters: there Enter belongs to what is being written. */
export function takesText(element: Element | null): element is HTMLElement {
  return element?.matches(fields) ?? false;
}

/**
 * Whether Enter is free for taking what is offered: nothing is typed, no question stands on the screen, and the keyboard is
 * not on something that Enter would press. What a mouse has pressed keeps the focus, but not the keyboard.
 */
export function enterIsFree(focused: Element | null): boolean {
  if (document.querySelector("[aria-modal=true]") !== null || takesText(focused)) return false;
  const pressable = focused?.closest("button, a, [role=button], [role=menuitem], summary") ?? null;
  return pressable === null || !seenByKeyboard(pressable);
}

function seenByKeyboard(element: Element): boolean {
  try {
    return element.matches(":focus-visible");
  } catch {
    return true;
  }
}

/** Whether two things lie over each other on the screen. */
export function overlap(one: DOMRect, other: DOMRect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
