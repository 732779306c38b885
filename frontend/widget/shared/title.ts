/** The part of a document that the title is shown by. */
export interface TitleHolder {
  title: string;
  hidden: boolean;
}

/** A tab's title that can blink. */
export interface BlinkingTitle {
  /** The title as the page wrote it. */
  own(): string;
  /** Null ends the blinking and gives the title back. */
  tell(notice: string | null): void;
  /** One half of a blink; call it once a second. */
  tick(): void;
}

/**
 * Makes a hidden tab's title blink between its own words and a notice. The page stays the owner of its title: what it
 * writes meanwhile becomes what is blinked back to, and `own()` is never our notice.
 */
export function blinkingTitle(holder: TitleHolder): BlinkingTitle {
  let notice: string | null = null;
  /** The page's words while ours stand in their place. */
  let covered: string | null = null;

  const own = () => (covered !== null && holder.title === notice ? covered : holder.title);
  const rest = () => {
    const title = own();
    covered = null;
    if (holder.title !== title) holder.title = title;
  };
  return {
    own,
    tell(now) {
      if (now !== notice) rest();
      notice = now;
    },
    tick() {
      if (!notice || !holder.hidden || covered !== null) rest();
      else {
        covered = holder.title;
        holder.title = notice;
      }
    },
  };
}
