import "./print.css";

export type Printed = "list" | "conversation";

/** Prints one part of the page: what stands beside it stays off the paper. */
export function print(part: Printed): void {
  document.documentElement.dataset.print = part;
  const over = () => {
    delete document.documentElement.dataset.print;
    window.removeEventListener("afterprint", over);
  };
  window.addEventListener("afterprint", over);
  window.print();
}
