import type { Author, EventBody } from "@beseda/protocol";
import { useTexts } from "../i18n/texts";
import { PageLink } from "../parts/PageLink";
import { useConsole } from "../shell/line";
import style from "./Log.module.css";
import type { SystemBody } from "./logItems";

/** Something that happened to the conversation, between the messages. */
export function SystemLine({ at, body, author }: { at: number; body: SystemBody; author: Author | null }) {
  const { format } = useTexts();
  return (
    <div className={style.system}>
      <span>{body.type === "tagged" ? <Tagged body={body} author={author} /> : <Words body={body} />}</span>
      <time>{format.time(at)}</time>
    </div>
  );
}

function HandedOver({ to, department }: { to: string | undefined; department: string | null }) {
  const { t } = useTexts();
  const name = useConsole((state) => state.departments.find(({ id }) => id === department)?.name);
  if (to !== undefined) return t("event.handedOver", { to });
  return name === undefined ? t("event.handedAway") : t("event.handedToDepartment", { name });
}

function Tagged({ body, author }: { body: Extract<EventBody, { type: "tagged" }>; author: Author | null }) {
  const { t } = useTexts();
  const tag = useConsole((state) => state.tags.find(({ id }) => id === body.tag)?.name) ?? "…";
  const name =
    useConsole((state) => (author?.kind === "operator" ? state.operators[author.id]?.name : undefined)) ??
    t("person.unknown");
  return t(body.on ? "event.tagged" : "event.untagged", { name, tag });
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
      return <HandedOver to={body.to?.name} department={body.department} />;
    case "closed":
      return t(`event.closed.${body.by}`);
    case "moved":
      return (
        <>
          {t("event.moved")} <PageLink page={body.page} />
        </>
      );
    case "returned":
      return body.reason === ""
        ? t("event.returned", { address: body.to })
        : t("event.returnedBecause", { address: body.to, reason: body.reason });
    case "left_site":
      return t("event.leftSite");
    case "came_back":
      return body.page === null ? (
        t("event.cameBack")
      ) : (
        <>
          {t("event.cameBackTo")} <PageLink page={body.page} />
        </>
      );
    case "tagged":
    case "mailed":
    case "message":
    case "note":
    case "deleted":
    case "changed":
      return null;
  }
}
