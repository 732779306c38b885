const shapes = {
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4z",
  down: "M6.7 8.3 12 13.6l5.3-5.3 1.4 1.4L12 16.4 5.3 9.7z",
  menu: "M12 7a2 2 0 1 1 0-4 2 2 0 0 1 0 4zm0 7a2 2 0 1 1 0-4 2 2 0 0 1 0 4zm0 7a2 2 0 1 1 0-4 2 2 0 0 1 0 4z",
  send: "M12 4.6 19.4 12 18 13.4l-5-5V20h-2V8.4l-5 5L4.6 12z",
  tick: "M9.2 16.6 4.6 12l-1.4 1.4 6 6L21 7.6 19.6 6.2z",
  ticks: "M6.6 16.6 2 12 .6 13.4l6 6L18.4 7.6 17 6.2zm6 0-1.5-1.5-1.4 1.4 2.9 2.9L23.4 8.6 22 7.2z",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm-1 2h2v4.6l3 3-1.4 1.4-3.6-3.6z",
  alert: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm-1 4v6h2V7zm0 8v2h2v-2z",
  clip: "M8.6 20.6a5.6 5.6 0 0 1-4-9.6l7.5-7.4a4 4 0 0 1 5.7 5.7l-7.1 7a2.4 2.4 0 0 1-3.4-3.4l6.4-6.3 1.4 1.4-6.4 6.3a.4.4 0 0 0 .6.6l7.1-7a2 2 0 0 0-2.9-2.9L6 12.4a3.6 3.6 0 0 0 5.1 5.1l6.4-6.3 1.4 1.4-6.4 6.3a5.5 5.5 0 0 1-3.9 1.7z",
  file: "M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2zm0 2v16h12V9h-5V4z",
  talk: "M12 3C6.5 3 2 6.8 2 11.5c0 2.5 1.3 4.7 3.3 6.2L4.6 21l4-1.6c1 .3 2.2.5 3.4.5 5.5 0 10-3.8 10-8.4S17.5 3 12 3z",
} as const;

interface Properties {
  readonly name: keyof typeof shapes;
  /** Left out for a decoration beside words. */
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}

export function Icon({ name, label, class: className }: Properties) {
  return (
    <svg
      class={className}
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="currentColor"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
