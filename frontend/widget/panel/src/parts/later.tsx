import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * A part of the window that most visitors never see: fetched when it is first drawn. Until it is here, and when it can't be
 * had, nothing stands in its place; the next drawing tries again.
 */
export function later<Properties extends object>(
  fetchPart: () => Promise<ComponentType<Properties>>,
): ComponentType<Properties> {
  let Part: ComponentType<Properties> | null = null;
  return function Later(properties: Properties) {
    const [, redraw] = useState(false);
    useEffect(() => {
      if (Part !== null) return;
      let here = true;
      fetchPart().then(
        (part) => {
          Part = part;
          if (here) redraw(true);
        },
        () => {
          // No network: the line's own message says so.
        },
      );
      return () => {
        here = false;
      };
    }, []);
    return Part === null ? null : <Part {...properties} />;
  };
}
