import { linked } from "@beseda/ui/links";
import { Fragment, useMemo } from "react";

/** A text of people with its addresses made to work; a link tells the other side nothing about us. */
export function LinkedText({ text }: { text: string }) {
  const pieces = useMemo(() => withPlaces(text), [text]);
  return pieces.map(({ at, piece }) =>
    piece.kind === "link" ? (
      <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    ) : (
      <Fragment key={at}>{piece.text}</Fragment>
    ),
  );
}

function withPlaces(text: string) {
  let at = 0;
  return linked(text).map((piece) => {
    const place = { at, piece };
    at += piece.text.length;
    return place;
  });
}
