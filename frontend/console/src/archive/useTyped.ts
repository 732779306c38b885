import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

/** What is being typed, told when the hand rests; another value from outside takes its place. */
export function useTyped(value: string, tell: (typed: string) => void, rest = 400) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    setTyped(value);
  }
  const say = (text: string) => {
    setTold(text);
    tell(text);
  };
  const later = useDebouncedCallback(say, rest);
  return {
    typed,
    type: (text: string) => {
      setTyped(text);
      later(text);
    },
    now: () => later.flush(),
  };
}
