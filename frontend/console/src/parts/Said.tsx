import type { TextDocument } from "@beseda/protocol";
import { formattedNodes, type Make } from "@beseda/ui/formatting";
import { createElement, Fragment, type ReactNode, useMemo } from "react";
import { LinkedText } from "./LinkedText";

/** What was said: formatted where it is, text otherwise. */
export function Said({ text, document }: { text: string; document?: TextDocument | undefined }) {
  const nodes = useMemo(
    () => document && formattedNodes(document, createElement as Make<ReactNode>, words),
    [document],
  );
  return nodes ? <div data-formatted>{createElement(Fragment, null, ...nodes)}</div> : <LinkedText text={text} />;
}

const words = (text: string): ReactNode => <LinkedText text={text} />;
