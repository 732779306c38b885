import { Textarea } from "@mantine/core";
import { useState } from "react";

interface Props {
  label: string;
  description?: string;
  placeholder?: string;
  value: readonly string[];
  error: string | undefined;
  change: (value: string[]) => void;
}

/** A list that is typed one entry a line. Empty lines are nothing. */
export function LinesField({ value, change, error, ...words }: Props) {
  const [typed, setTyped] = useState(value.join("\n"));
  const same = linesOf(typed).join("\n") === value.join("\n");
  return (
    <Textarea
      {...words}
      autosize
      minRows={2}
      maxRows={10}
      spellCheck={false}
      value={same ? typed : value.join("\n")}
      error={error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        change(linesOf(currentTarget.value));
      }}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
