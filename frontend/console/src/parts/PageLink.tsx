import type { Page } from "@beseda/protocol";
import { pageTitle, safeAddress } from "./pages";

/** A page of the customer's site by its title; a link only when its address is one of the web. */
export function PageLink({ page }: { page: Page }) {
  const address = safeAddress(page.url);
  const title = pageTitle(page);
  return address === null ? (
    <span>{title}</span>
  ) : (
    <a href={address} title={page.url} target="_blank" rel="noopener noreferrer nofollow">
      {title}
    </a>
  );
}
