import type { Conversation } from "@beseda/protocol";
import { useState } from "react";
import { Transfer } from "../routing/Transfer";
import { useSession } from "../shell/session";
import { ByMail } from "./ByMail";
import { Editor } from "./Editor";
import { Failed } from "./Failed";
import style from "./Foot.module.css";
import { Standing } from "./Standing";
import { useDraft } from "./useDraft";

/** Below the log: how the conversation stands when it isn't mine, what could not be sent, and the editor. */
export function Foot({ conversation }: { conversation: Conversation }) {
  const me = useSession().operator.id;
  const mine = conversation.state === "active" && conversation.owner === me;
  const draft = useDraft(conversation.id);
  const [writing, setWriting] = useState(false);
  const noteOnly = !mine && conversation.state !== "closed";
  const shown = mine || (noteOnly && (writing || (draft.draft.note && draft.draft.text !== "")));
  return (
    <footer className={style.foot}>
      {conversation.state !== "closed" && <ByMail conversation={conversation} />}
      {!mine && <Standing conversation={conversation} />}
      {mine && <Transfer conversation={conversation} />}
      <Failed conversation={conversation.id} draft={draft} editable={mine} />
      {conversation.state !== "closed" && (
        <Editor conversation={conversation} draft={draft} noteOnly={noteOnly} shown={shown} setShown={setWriting} />
      )}
    </footer>
  );
}
