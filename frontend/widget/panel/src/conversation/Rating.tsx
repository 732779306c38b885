import type { SiteLook, VisitorClient, VisitorThread } from "@beseda/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../i18n/texts";
import style from "./Rating.module.css";

export interface RatingProperties {
  readonly client: VisitorClient;
  readonly thread: VisitorThread;
  readonly scale: SiteLook["rating"];
}

const shapes = {
  star: "m12 2.5 2.9 6 6.6.9-4.8 4.6 1.2 6.5-5.9-3.1-5.9 3.1 1.2-6.5L2.5 9.4l6.6-.9z",
  up: "M2 10h4v11H2zm6 9.2V10.4L13 3c1.6.3 2.4 1.4 2.2 3l-.5 3H20c1.4 0 2.3 1.2 2 2.5l-1.7 7.6A2.5 2.5 0 0 1 17.900 21H11z",
} as const;

type Step = "asking" | "sending" | "thanks" | "failed";

/** One question after the end: stars or thumbs, then a few words if he likes. A click is an answer; it can be changed. */
export function Rating({ client, thread, scale }: RatingProperties) {
  const { t } = useTexts();
  const { id } = thread.header;
  const kept = thread.rating;
  const [score, setScore] = useState(kept?.score ?? 0);
  const [comment, setComment] = useState(kept?.comment ?? "");
  const [step, setStep] = useState<Step>(kept ? "thanks" : "asking");
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.scrollIntoView?.({ block: "nearest" }), []);

  // After a reload, or said in another tab: the server's word of it comes a moment after this is drawn.
  useEffect(() => {
    if (kept === undefined || score !== 0) return;
    setScore(kept.score);
    setComment(kept.comment);
    setStep("thanks");
  }, [kept, score]);

  const say = async (now: number, words: string, then: Step) => {
    setScore(now);
    setStep("sending");
    await client.rate(id, now, words.trim()).then(
      () => setStep(then),
      () => setStep("failed"),
    );
  };
  const scores = scale === "thumbs" ? [5, 1] : [1, 2, 3, 4, 5];
  const name = (each: number) =>
    scale === "thumbs" ? t(each === 5 ? "rating.good" : "rating.bad") : t("rating.stars", { count: each });
  return (
    <section class={style.rating} ref={place} aria-label={t("rating.title")}>
      <p>{t(step === "thanks" ? "rating.thanks" : "rating.title")}</p>
      <fieldset>
        <legend>{t("rating.title")}</legend>
        {scores.map((each) => (
          <label key={each} class={style.choice} title={name(each)}>
            <input
              type="radio"
              name={`rating-${id}`}
              aria-label={name(each)}
              checked={score === each}
              onChange={() => void say(each, comment, "asking")}
            />
            <svg
              viewBox="0 0 24 24"
              width="28"
              height="28"
              aria-hidden
              data-on={(scale === "stars" ? each <= score : each === score) || undefined}
              data-down={(scale === "thumbs" && each === 1) || undefined}
            >
              <path d={scale === "stars" ? shapes.star : shapes.up} />
            </svg>
          </label>
        ))}
      </fieldset>
      {score > 0 && step !== "thanks" && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void say(score, comment, "thanks");
          }}
        >
          <textarea
            rows={2}
            dir="auto"
            maxLength={1000}
            aria-label={t("rating.comment")}
            placeholder={t("rating.comment")}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" disabled={step === "sending"}>
            {t("rating.send")}
          </button>
        </form>
      )}
      {step === "thanks" && comment !== "" && (
        <p class={style.said} dir="auto">
          {comment}
        </p>
      )}
      {step === "thanks" && (
        <button class={style.change} type="button" onClick={() => setStep("asking")}>
          {t("rating.change")}
        </button>
      )}
      <p class={style.problem} role="alert" hidden={step !== "failed"}>
        {step === "failed" && t("rating.failed")}
      </p>
    </section>
  );
}
