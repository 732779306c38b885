/** Words with what was found in them marked. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const edges = marks.flat();
  return [...edges, text.length].map((end, at) => {
    const words = text.slice(edges[at - 1] ?? 0, end);
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name.
    return at % 2 === 1 ? <mark key={at}>{words}</mark> : words;
  });
}
