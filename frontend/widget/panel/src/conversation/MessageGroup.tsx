import type { Outgoing, VisitorClient } from "@beseda/client";
import { useTexts } from "../i18n/texts";
import { Face } from "../parts/Face";
import { Icon } from "../parts/Icon";
import { Attached } from "./Attached";
import style from "./MessageGroup.module.css";
import type { Bubble, Group } from "./rows";
import { Said } from "./Said";
import { reasonOf } from "./unsent";

interface Properties {
  readonly group: Group;
  readonly client: VisitorClient;
  /** Puts what was refused into the composer. */
  edit(refused: Outgoing): void;
}

/** What one person said in one breath, with the time below. */
export function MessageGroup({ group, client, edit }: Properties) {
  const { t, format } = useTexts();
  const { mine, author, bubbles } = group;
  const last = bubbles.at(-1);
  const name = mine ? t("conversation.you") : (author?.name ?? t("conversation.operator"));
  return (
    <div class={mine ? style.mine : style.theirs}>
      <p class={mine ? style.hidden : style.name} dir="auto">
        {name}
      </p>
      {bubbles.map((bubble) => (
        <div class={style.line} key={bubble.key}>
          {!mine && (bubble === last ? <Face person={author} size="small" /> : <span class={style.noFace} />)}
          {mine && <Progress bubble={bubble} />}
          <div id={bubble.place} class={bubble.item?.state === "failed" ? style.failed : style.bubble} dir="auto">
            {bubble.reply && <Quote bubble={bubble} />}
            <Content bubble={bubble} />
            {bubble.corrected === "edited" && <small class={style.edited}>{t("message.edited")}</small>}
          </div>
          {bubble.item && <Trouble item={bubble.item} client={client} edit={edit} />}
        </div>
      ))}
      {last && last.item?.state !== "failed" && <time class={style.time}>{format.time(last.at)}</time>}
    </div>
  );
}

/** The words answered; a press leads to them, or up to where what is older is loaded. */
function Quote({ bubble: { reply, quoted } }: { readonly bubble: Bubble }) {
  const { t } = useTexts();
  const go = () => {
    const place = document.getElementById(`${reply}`) ?? document.querySelector("[role=log] > *");
    place?.scrollIntoView();
  };
  return (
    <button type="button" class={style.quote} onClick={go}>
      {quoted?.type === "message" ? quoted.text || quoted.files?.[0]?.name : quoted ? t("message.deleted") : "…"}
    </button>
  );
}

/** What was said and the files that go with it. */
function Content({ bubble: { text, document, files, conversation, corrected } }: { readonly bubble: Bubble }) {
  const { t } = useTexts();
  if (corrected === "deleted") return <em>{t("message.deleted")}</em>;
  const said = <Said text={text} document={document} />;
  if (!files) return said;
  return (
    <>
      {text !== "" && <div>{said}</div>}
      <Attached files={files} conversation={conversation} />
    </>
  );
}

/** How far an own message got: a clock, one tick, two ticks. */
function Progress({ bubble }: { readonly bubble: Bubble }) {
  const { t } = useTexts();
  switch (bubble.tick) {
    case "sending":
      return <Icon class={style.tick} name="clock" label={t("tick.sending")} />;
    case "stored":
      return <Icon class={style.tick} name="tick" label={t("tick.stored")} />;
    case "shown":
      return <Icon class={style.shown} name="ticks" label={t("tick.shown")} />;
    case null:
      return <Icon class={style.alert} name="alert" />;
  }
}

interface TroubleProperties {
  readonly item: NonNullable<Bubble["item"]>;
  readonly client: VisitorClient;
  edit(refused: Outgoing): void;
}

/** Why a text is not with us yet, and what can be done. */
function Trouble({ item, client, edit }: TroubleProperties) {
  const texts = useTexts();
  const { t } = texts;
  if (item.state !== "failed") return item.late ? <p class={style.late}>{t("unsent.late")}</p> : null;
  const takeBack = () => client.restore(item.cid) !== null && edit(item);
  return (
    <div class={style.trouble} role="alert">
      <span>{reasonOf(item, texts)}</span>
      <button type="button" onClick={() => client.retry(item.cid)}>
        {t("unsent.retry")}
      </button>
      <button type="button" onClick={takeBack}>
        {t("unsent.edit")}
      </button>
    </div>
  );
}
