import style from "./Keys.module.css";

const isMac = /mac/i.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = {
  mod: isMac ? "⌘" : "Ctrl",
  shift: isMac ? "⇧" : "Shift",
  alt: isMac ? "⌥" : "Alt",
  ArrowUp: "↑",
  ArrowDown: "↓",
  enter: "Enter",
  escape: "Esc",
};

/** A shortcut as it is written on the keyboard. */
export function Keys({ of }: { of: string | undefined }) {
  if (of === undefined) return null;
  return (
    <span className={style.keys}>
      {(of === "shift+/" ? "?" : of).split("+").map((key) => (
        <kbd key={key} className={style.key}>
          {names[key] ?? key}
        </kbd>
      ))}
    </span>
  );
}
