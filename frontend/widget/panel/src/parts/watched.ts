import type { Watchable } from "@beseda/client";
import { useLayoutEffect, useState } from "preact/hooks";

/** The newest state of something watchable; draws again when it changes. */
export function useWatched<S>(watchable: Watchable<S>): S {
  const [, draw] = useState<S>();
  useLayoutEffect(() => {
    const changed = () => draw(() => watchable.getState());
    changed();
    return watchable.subscribe(changed);
  }, [watchable]);
  return watchable.getState();
}
