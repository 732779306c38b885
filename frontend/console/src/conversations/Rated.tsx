import type { Conversation } from "@beseda/protocol";
import { useQuery } from "@tanstack/react-query";
import { Star, ThumbsDown, ThumbsUp } from "lucide-react";
import { useTexts } from "../i18n/texts";
import { queries } from "../rest/queries";
import { useConsole } from "../shell/line";
import style from "./Rated.module.css";

/** What the visitor thought of a conversation that is over; nothing where they said nothing. */
export function Rated({ conversation: { id, state } }: { conversation: Conversation }) {
  const { t } = useTexts();
  const { data } = useQuery({ ...queries.rating(id), enabled: state === "closed" });
  const told = useConsole((known) => known.threads[id]?.rating);
  const rating = state === "closed" ? (told ?? data?.rating) : null;
  if (!rating) return null;
  const { score, scale, comment } = rating;
  const Thumb = score > 3 ? ThumbsUp : ThumbsDown;
  return (
    <section className={style.rated} aria-label={t("rating.title")}>
      <p className={style.score}>
        {t("rating.title")}
        {scale === "thumbs" ? (
          <>
            <Thumb size={16} aria-hidden />
            {t(score > 3 ? "rating.up" : "rating.down")}
          </>
        ) : (
          <>
            {[1, 2, 3, 4, 5].map((each) => (
              <Star key={each} size={15} aria-hidden fill={each <= score ? "currentColor" : "none"} />
            ))}
            {t("rating.of", { score })}
          </>
        )}
      </p>
      {comment !== "" && <p dir="auto">{comment}</p>}
    </section>
  );
}
