import type { EventBody } from "@beseda/protocol";
import { useTexts } from "../i18n/texts";
import { PageLink } from "../parts/PageLink";
import style from "./Log.module.css";
import type { SystemBody } from "./logItems";

/** Something that happened to the conversation, between the messages. */
export function SystemLine({ at, body }: { at: number; body: SystemBody }) {
  const { format } = useTexts();
  return (
    <div className={style.system}>
      <span>
        <Words body={body} />
      </span>
      <time>{format.time(at)}</time>
    </div>
  );
}

/** Messages and notes have blocks of their own. */
function Words({ body }: { body: EventBody }) {
  const { t } = useTexts();
  switch (body.type) {
    case "opened":
      return body.page === null ? (
        t("event.opened")
      ) : (
        <>
          {t("event.openedOn")} <PageLink page={body.page} />
        </>
      );
    case "joined":
      return t("event.joined", { name: body.operator.name });
    case "left":
      return t(`event.left.${body.reason}`, { name: body.operator.name });
    case "handed_over":
      return body.to === null
        ? t("event.handedToDepartment", { from: body.from.name })
        : t("event.handedOver", { from: body.from.name, to: body.to.name });
    case "closed":
      return t(`event.closed.${body.by}`);
    case "message":
    case "note":
      return null;
  }
}
