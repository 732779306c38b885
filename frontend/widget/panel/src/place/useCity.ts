import { Refusal } from "@beseda/client";
import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat/chat";
import type { PanelKey } from "../messages/ru";

/** So long nothing is typed before cities are looked for, milliseconds. */
const pause = 200;
/** A device that has not found itself by now does not, milliseconds. */
const patience = 15_000;
/** Where it was ten minutes ago is as good. */
const recent = 600_000;

/** A city being chosen, and what became of it. */
export interface ChosenCity {
  readonly typed: string;
  readonly problem: PanelKey | null;
  readonly sending: boolean;
  type(text: string): void;
  save(city: string, region: string | null): Promise<void>;
  /** Asks the browser, which asks the visitor. */
  locate(): void;
}

export function useCity({ client, choosingCity, choose }: Chat): ChosenCity {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<PanelKey | null>(null);
  const [sending, setSending] = useState(false);
  const prefix = typed.trim();
  useEffect(() => {
    if (prefix === "") return;
    // What is not found can be written out all the same.
    const timer = setTimeout(() => client.findCity(prefix).catch(() => undefined), pause);
    return () => clearTimeout(timer);
  }, [client, prefix]);

  const during = async (work: Promise<void>) => {
    setSending(true);
    setProblem(null);
    try {
      await work;
      choose({ cityAsked: true });
      choosingCity.set(false);
    } catch (refusal) {
      setProblem(refusal instanceof Refusal && refusal.code === "place_unknown" ? "city.nowhere" : "city.failed");
    } finally {
      setSending(false);
    }
  };
  return {
    typed,
    problem,
    sending,
    type(text) {
      setProblem(null);
      setTyped(text);
    },
    save: (city, region) => during(client.sayCity(city, region)),
    locate() {
      setSending(true);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => void during(client.locate(coords.latitude, coords.longitude)),
        ({ code, PERMISSION_DENIED }) => {
          setSending(false);
          setProblem(code === PERMISSION_DENIED ? "city.forbidden" : "city.lost");
        },
        { maximumAge: recent, timeout: patience },
      );
    },
  };
}
