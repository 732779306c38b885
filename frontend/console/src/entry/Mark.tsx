/** The product's mark: two people's words meeting. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <path
        d="M11 4h10a7 7 0 0 1 7 7v4a7 7 0 0 1-7 7h-3.2l-5.3 4.6c-.6.5-1.5.1-1.5-.7V22a7 7 0 0 1-7-7v-4a7 7 0 0 1 7-7Z"
        fill="var(--b-accent)"
      />
      <circle cx="12" cy="13" r="2" fill="var(--b-on-accent)" />
      <circle cx="20" cy="13" r="2" fill="var(--b-on-accent)" />
    </svg>
  );
}
