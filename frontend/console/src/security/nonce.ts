import { setNonce } from "get-nonce";

/** The nonce the server put into this page: what style elements made at run time need under our Content Security Policy. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
}

// The scroll lock under Mantine's dialogs makes its own style element and asks here.
setNonce(styleNonce());
