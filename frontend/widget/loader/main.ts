import { complain } from "./complain";
import { startLoader } from "./loader";

/** The one name on the page: `Beseda("open")`. Before the script has come, a snippet may collect calls in `Beseda.q`. */
interface Api {
  (...call: unknown[]): void;
  q?: ArrayLike<unknown>;
  /** This script has run: a second snippet on the page does nothing. */
  loaded?: boolean;
}

const holder = window as unknown as { Beseda?: Api };
const script = (document.currentScript ?? document.querySelector("script[data-site]")) as HTMLScriptElement;
const { site, language } = script.dataset;

function begin(site: string): void {
  if (holder.Beseda?.loaded) return;
  const earlier = holder.Beseda?.q ?? [];
  const call = startLoader(new URL(script.src).origin, encodeURIComponent(site), language ?? null);
  const api: Api = (...said) => call(said);
  api.loaded = true;
  holder.Beseda = api;
  Array.from(earlier).forEach(call);
}

/** Runs once the page has a body and the visitor really sees it, not a page fetched ahead. */
function whenSeen(run: () => void): void {
  const later = (event: string) => document.addEventListener(event, () => whenSeen(run), { once: true });
  if ((document as { prerendering?: boolean }).prerendering) later("prerenderingchange");
  else if (document.body) run();
  else later("DOMContentLoaded");
}

if (site) whenSeen(() => begin(site));
else complain("the script has no data-site: see Settings → Sites.");
