import type { TextDocument } from "@beseda/client";
import { formattedNodes, type Make } from "@beseda/ui/formatting";
import { h, type VNode } from "preact";
import { useMemo } from "preact/hooks";
import { Words } from "./Words";

interface Properties {
  readonly text: string;
  readonly document?: TextDocument | undefined;
}

/** What was said: formatted where it is, text otherwise. */
export function Said({ text, document }: Properties) {
  const nodes = useMemo(() => document && formattedNodes(document, h as Make<VNode>, words), [document]);
  return nodes ? <div data-formatted>{nodes}</div> : <Words text={text} />;
}

const words = (text: string): VNode => <Words text={text} />;
