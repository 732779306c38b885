import { isSafeHref } from "@beseda/client";
import { type Extensions, Mark } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { UndoRedo } from "@tiptap/extensions";

/** A mark with one of a closed set of values, drawn as `formatted.css` knows it. */
function valued(name: "size" | "font" | "colour" | "highlight") {
  const tag = name === "highlight" ? "mark" : "span";
  const attribute = `data-${name}`;
  return Mark.create({
    name,
    addAttributes: () => ({ value: { default: null } }),
    parseHTML: () => [{ tag: `${tag}[${attribute}]`, getAttrs: (node) => ({ value: node.getAttribute(attribute) }) }],
    renderHTML: ({ mark }) => [tag, { [attribute]: String(mark.attrs.value) }, 0],
  });
}

const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: "" } }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (node) => ({ href: node.getAttribute("href") }) }],
  renderHTML: ({ mark }) => {
    const href = String(mark.attrs.href);
    return isSafeHref(href) ? ["a", { href, rel: "noopener noreferrer nofollow" }, 0] : ["span", 0];
  },
});

/** What an answer may hold, and nothing else. */
export const extensions: Extensions = [
  Document,
  Paragraph,
  Text,
  HardBreak,
  Bold,
  Italic,
  Underline,
  valued("size"),
  valued("font"),
  valued("colour"),
  valued("highlight"),
  Link,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  UndoRedo,
];
