import { type ReactNode, useRef } from "react";

/** The computer's own window for choosing files: what has to stand on the page for it, and what opens it. */
export function useChoosing(add: (files: readonly File[]) => void): readonly [field: ReactNode, open: () => void] {
  const input = useRef<HTMLInputElement>(null);
  const field = (
    <input
      ref={input}
      type="file"
      multiple
      hidden
      onChange={(event) => {
        add([...(event.currentTarget.files ?? [])]);
        event.currentTarget.value = "";
      }}
    />
  );
  return [field, () => input.current?.click()];
}
