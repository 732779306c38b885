import type { Page } from "@beseda/protocol";

/** A title that is written after the address was changed still belongs to the same move, milliseconds. */
const settling = 300;

/** Tells of every page the visitor comes to without a page load, once address and title have settled. Gives the page now. */
export function watchPages(ownTitle: () => string, moved: (page: Page) => void): () => Page {
  const here = (referrer: string): Page => ({ url: location.href, title: ownTitle(), referrer });
  let page = here(document.referrer);
  let timer: ReturnType<typeof setTimeout>;

  const look = () => {
    const { url, title, referrer } = page;
    const now = here(location.href === url ? referrer : url);
    if (now.url === url && now.title === title) return;
    page = now;
    moved(page);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, settling);
  };
  for (const name of ["pushState", "replaceState"] as const) {
    const original = history[name];
    history[name] = function (...change) {
      original.apply(this, change);
      soon();
    };
  }
  addEventListener("popstate", soon);
  new MutationObserver(soon).observe(document.head, { subtree: true, childList: true, characterData: true });
  return () => page;
}
