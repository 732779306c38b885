import type { Attachment, Event } from "@beseda/protocol";
import { drawnSize, fileSize } from "@beseda/ui/files";
import { Fragment, lazy, Suspense, useContext, useState } from "react";
import { QuotedContext } from "../conversations/quoting";
import { useTexts } from "../i18n/texts";
import style from "./Attached.module.css";
import { addressOf } from "./address";
import { KindIcon } from "./KindIcon";

const Viewer = lazy(() => import("./Viewer").then(({ Viewer }) => ({ default: Viewer })));

const mostSide = 280;
const heic = "image/heic";

/** Files of a message: pictures as pictures, in their place before they are here, everything else as a card. */
export function Attached({ files, sent }: { files: readonly Attachment[]; sent: boolean }) {
  const [open, setOpen] = useState<string | null>(null);
  const log = useContext(QuotedContext);
  const pictures = sent ? files.filter(isPicture) : [];
  const others = sent ? files.filter((file) => !isPicture(file)) : files;
  return (
    <div className={style.files}>
      {pictures.map((file) => (
        <Picture key={file.id} file={file} open={() => setOpen(file.id)} />
      ))}
      {others.map((file) => (
        <Fragment key={file.id}>
          {sent && file.type === heic && <Preview file={file} />}
          <Card file={file} sent={sent} />
        </Fragment>
      ))}
      {open !== null && (
        <Suspense>
          <Viewer pictures={among(log, pictures)} first={open} close={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** Those of everything that is loaded of the conversation; of the message alone where it is not in there. */
function among(log: readonly Event[], own: readonly Attachment[]): readonly Attachment[] {
  const said = log.flatMap(({ body }) => (body.type === "message" ? (body.files ?? []) : [])).filter(isPicture);
  return own.every(({ id }) => said.some((picture) => picture.id === id)) ? said : own;
}

function isPicture({ width, height }: Attachment): boolean {
  return width !== null && height !== null;
}

function Picture({ file, open }: { file: Attachment; open: () => void }) {
  const { t } = useTexts();
  const { name, width, height } = file;
  const drawn = drawnSize(width ?? 1, height ?? 1, mostSide);
  return (
    <button type="button" className={style.picture} onClick={open} aria-label={t("files.look", { name })}>
      <img src={`${addressOf(file)}?size=small`} alt={name} loading="lazy" {...drawn} />
    </button>
  );
}

/** Of a picture that only some browsers draw: theirs alone fetch it, the others have its card. */
function Preview({ file }: { file: Attachment }) {
  const [drawn, setDrawn] = useState(false);
  return (
    <picture hidden={!drawn}>
      <source type={heic} srcSet={addressOf(file)} />
      <img className={style.preview} alt={file.name} onLoad={() => setDrawn(true)} />
    </picture>
  );
}

function Card({ file, sent }: { file: Attachment; sent: boolean }) {
  const { format } = useTexts();
  const inside = (
    <>
      <KindIcon kind={file.kind} />
      <span className={style.words}>
        <span className={style.name} dir="auto">
          {file.name}
        </span>
        <span className={style.size}>{fileSize(format.locale, file.size)}</span>
      </span>
    </>
  );
  if (!sent) return <span className={style.card}>{inside}</span>;
  return (
    <a className={style.card} href={addressOf(file)} download={file.name}>
      {inside}
    </a>
  );
}
