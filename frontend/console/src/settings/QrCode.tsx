import { encode } from "uqr";

interface Props {
  text: string;
  label: string;
  className: string;
}

/** A text as a picture for a telephone's camera: dark squares on white, whatever the theme. */
export function QrCode({ text, label, className }: Props) {
  const { data, size } = encode(text, { border: 2 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join("")} fill="#000" />
    </svg>
  );
}
