import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { plain } from "../answers/find";
import { placeOf } from "../conversations/links";
import type { LogItem } from "../conversations/logItems";
import { useTexts } from "../i18n/texts";
import { spelled } from "../mentions/mentions";
import { queries } from "../rest/queries";
import { useClient, useConsole } from "../shell/line";

export interface Hits {
  /** The newest first. */
  readonly places: readonly string[];
  readonly loading: boolean;
  /** Looks through what is not loaded once more; null while that did not fail. */
  readonly failed: (() => void) | null;
}

/** Where the words are: what is on the screen is looked through here, what is not loaded by the server. */
export function useHits(conversation: string, words: string, items: readonly LogItem[]): Hits {
  const { t } = useTexts();
  const client = useClient();
  const operators = useConsole((state) => state.operators);
  // What was not loaded when these words were asked for: pages that come meanwhile change nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const unloaded = useMemo(() => {
    const thread = client.getState().threads[conversation];
    const first = (log: { more: boolean; events: readonly { seq: number }[] } | undefined) =>
      log?.more === true ? (log.events[0]?.seq ?? 1) : 1;
    return { before: first(thread?.public), beforeNote: first(thread?.internal) };
  }, [client, conversation, words]);
  const wanted = words !== "" && (unloaded.before > 1 || unloaded.beforeNote > 1);
  const asked = useQuery({ ...queries.wordsInLog(conversation, words, unloaded), enabled: wanted });
  const shown = useMemo(() => {
    const sought = plain(words);
    if (sought === "") return [];
    const unknown = t("person.unknown");
    return items.flatMap((item) => {
      if (item.kind !== "text" || item.text.deleted === true) return [];
      const { note, text } = item.text;
      const said = note ? spelled(text, operators, unknown).text : text;
      return plain(said).includes(sought) ? (placeOf(item.text) ?? []) : [];
    });
  }, [items, words, operators, t]);
  const places = useMemo(() => {
    const older = wanted ? (asked.data?.places ?? []) : [];
    return [...new Set([...older, ...shown])].reverse();
  }, [asked.data, shown, wanted]);
  return {
    places,
    loading: wanted && asked.isPending,
    failed: wanted && asked.isError ? () => void asked.refetch() : null,
  };
}
