import { type ReactNode, useEffect, useRef } from "react";

interface Properties {
  id: string;
  selected: boolean;
  className: string | undefined;
  /** The pointer has come to it. */
  point?: () => void;
  pick: () => void;
  children: ReactNode;
}

/** One line of a list over a field: the field keeps the cursor and takes the keys, so this is only pointed at. */
export function PickerOption({ id, selected, className, point, pick, children }: Properties) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) element.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys for it are the field's.
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={className}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => selected || point?.()}
      onClick={pick}
    >
      {children}
    </div>
  );
}
