import { type Attachment, readKept } from "@beseda/client";
import type { Loading, Uploads } from "@beseda/client/files";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { failureText } from "../actions/refusals";
import { useTexts } from "../i18n/texts";
import { Problem } from "../rest/problem";
import { request } from "../rest/request";
import type { ReadyAnswer } from "../rest/types";
import { useSession } from "../shell/session";
import { remember, remembered } from "../theme/memory";

type Module = typeof import("./Tray");

/** What the editor knows of the files of the next answer. */
export interface Files {
  readonly items: readonly Loading[];
  readonly uploads: Uploads | null;
  readonly Tray: Module["Tray"] | null;
  /** Something is not there yet, and may come: a file, or first what loads it. */
  readonly busy: boolean;
  readonly failed: boolean;
  add: (files: readonly File[]) => void;
  putBack: (files: readonly Attachment[]) => void;
  /** Those of a ready answer, which the server has already. */
  bring: (answer: ReadyAnswer) => void;
  take: () => readonly Attachment[];
}

/** Files of a conversation go on loading while another one is looked at. */
const kept = new Map<string, Uploads>();
const none: readonly Loading[] = [];
const silence = () => () => {
  // Nothing is loaded that could tell anything.
};

/**
 * Files are rare: what loads them is loaded with the first.
 *
 * @param told hears in words what could not be done
 */
export function useFiles(conversation: string, told: (problem: string) => void): Files {
  const texts = useTexts();
  const { t, language } = texts;
  const key = `${useSession().operator.id}/${conversation}`;
  const spoken = useRef<string>(language);
  spoken.current = language;
  const [module, setModule] = useState<Module | null>(null);
  const [pending, setPending] = useState(0);
  const [missed, setMissed] = useState(false);
  const uploads = kept.get(key) ?? null;
  const items = useSyncExternalStore(uploads?.subscribe ?? silence, uploads?.getState ?? (() => none));

  const within = async (work: (uploads: Uploads, module: Module) => void | Promise<void>) => {
    setPending((count) => count + 1);
    setMissed(false);
    try {
      const loaded = await import("./Tray");
      const own =
        kept.get(key) ??
        loaded.createUploads({
          url: "/api/uploads",
          about: { conversation },
          headers: () => ({ "Accept-Language": spoken.current }),
        });
      if (!kept.has(key))
        own.subscribe(() => {
          const now = own.getState();
          remember(`files.${key}`, loaded.keptFiles(now) || null);
          if (now.length === 0) kept.delete(key);
        });
      kept.set(key, own);
      setModule(loaded);
      await work(own, loaded);
    } catch (trouble) {
      setMissed(true);
      told(trouble instanceof Problem ? failureText(texts, trouble, {}) : t("files.failed"));
    } finally {
      setPending((count) => count - 1);
    }
  };
  const latest = useRef({ within, told, t });
  latest.current = { within, told, t };
  const unseen = module === null && items.length > 0;
  useEffect(() => {
    if (unseen) void latest.current.within(() => {});
  }, [unseen]);
  // What an earlier page had got to the server is still to be sent; what it had not is told.
  useEffect(() => {
    if (kept.has(key)) return;
    const { ready, lost } = readKept(remembered(`files.${key}`));
    if (ready.length > 0) void latest.current.within((own) => own.putBack(ready));
    else remember(`files.${key}`, null);
    if (lost.length > 0) latest.current.told(latest.current.t("files.lost", { names: lost.join(", ") }));
  }, [key]);
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    void within((own) => {
      const surplus = own.add(files);
      if (surplus > 0) told(t("files.tooMany", { count: surplus }));
    });
  };
  return {
    items,
    uploads,
    Tray: module?.Tray ?? null,
    busy: pending > 0 || items.some(({ state }) => state === "loading" || state === "waiting"),
    failed: missed || items.some(({ state }) => state === "failed"),
    add,
    putBack: (files) => {
      if (files.length > 0) void within((own) => own.putBack(files));
    },
    bring: ({ id, files }) => {
      if (files.length === 0) return;
      void within(async (own, { MOST_FILES }) => {
        const surplus = own.getState().length + files.length - MOST_FILES;
        if (surplus > 0) throw new Problem(0, "files_too_many", t("files.tooMany", { count: surplus }));
        const path = `/api/answers/${encodeURIComponent(id)}/files`;
        own.putBack(await request<Attachment[]>("POST", path, { conversation }));
      });
    },
    take: () => uploads?.take() ?? [],
  };
}
