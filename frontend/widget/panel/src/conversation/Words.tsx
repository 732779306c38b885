import { linked } from "@beseda/ui/links";
import { useMemo } from "preact/hooks";

/** A message's text: text and links, whatever the sender wrote. */
export function Words({ text }: { readonly text: string }) {
  const pieces = useMemo(() => linked(text), [text]);
  return (
    <>
      {pieces.map((piece) =>
        piece.kind === "link" ? (
          <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
