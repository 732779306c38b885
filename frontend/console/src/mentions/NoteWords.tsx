import { Fragment, useMemo } from "react";
import { useTexts } from "../i18n/texts";
import { Said } from "../parts/Said";
import { useConsole } from "../shell/line";
import { useSession } from "../shell/session";
import style from "./Mentions.module.css";
import { piecesOf } from "./mentions";

/** A note: words, links, and the colleagues named in it by the names they have now. */
export function NoteWords({ text }: { text: string }) {
  const pieces = useMemo(() => piecesOf(text), [text]);
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one note have no other name.
    <Fragment key={at}>{"operator" in piece ? <Named id={piece.operator} /> : <Said text={piece.text} />}</Fragment>
  ));
}

function Named({ id }: { id: string }) {
  const { t } = useTexts();
  const me = useSession().operator.id;
  const name = useConsole((state) => state.operators[id]?.name);
  return (
    <span className={style.named} data-me={id === me || undefined}>
      {`@${name ?? t("person.unknown")}`}
    </span>
  );
}
