/** A tab's picture that can carry our sign in place of the page's own. */
export interface Favicon {
  mark(marked: boolean): void;
}

/** The page's own pictures are put aside while ours is shown, and are as they were afterwards. */
export function favicon(head: HTMLHeadElement, picture: string): Favicon {
  const aside = new Map<HTMLLinkElement, string>();
  const ours = document.createElement("link");
  ours.href = picture;
  return {
    mark(marked) {
      if (marked === ours.isConnected) return;
      if (marked) {
        for (const link of head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')) {
          aside.set(link, link.rel);
          link.rel = "beseda-aside";
        }
        ours.rel = "icon";
        head.append(ours);
        return;
      }
      ours.remove();
      for (const [link, rel] of aside) link.rel = rel;
      // Where the page names no picture its browser takes this one, and would keep ours.
      if (aside.size === 0)
        head.append(Object.assign(document.createElement("link"), { rel: "icon", href: "/favicon.ico" }));
      aside.clear();
    },
  };
}
