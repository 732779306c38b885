import { useMediaQuery } from "@mantine/hooks";

/** Below 900 px there is room for one pane at a time. */
export function useNarrow(): boolean {
  return useMediaQuery("(max-width: 899px)", false, { getInitialValueInEffect: false });
}

/** Between, the visitor's panel lies over the conversation instead of beside it. */
export function useTight(): boolean {
  return useMediaQuery("(max-width: 1179px)", false, { getInitialValueInEffect: false });
}
