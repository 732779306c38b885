import type { Attachment } from "@beseda/client";
import { drawnSize, fileSize } from "@beseda/ui/files";
import { useTexts } from "../i18n/texts";
import { Icon } from "../parts/Icon";
import style from "./Attached.module.css";

interface Properties {
  readonly files: readonly Attachment[];
  /** Null while it has none: then there is nothing to open yet. */
  readonly conversation: string | null;
}

const MOST_SIDE = 220;

/** Files of a message: pictures as pictures, in their place before they are here, everything else as a card. */
export function Attached({ files, conversation }: Properties) {
  return (
    <div class={style.files}>
      {files.map((file) => (
        <One key={file.id} file={file} address={conversation && `/files/${conversation}/${file.id}`} />
      ))}
    </div>
  );
}

function One({ file, address }: { readonly file: Attachment; readonly address: string | null }) {
  const { t, format } = useTexts();
  const { name, size, width, height } = file;
  if (width !== null && height !== null) {
    const drawn = drawnSize(width, height, MOST_SIDE);
    if (address === null) return <span class={style.picture} role="img" aria-label={name} style={drawn} />;
    return (
      <a class={style.picture} href={address} target="_blank" rel="noopener" aria-label={t("files.look", { name })}>
        <img src={`${address}?size=small`} alt={name} loading="lazy" {...drawn} />
      </a>
    );
  }
  const card = (
    <>
      <Icon name="file" />
      <span class={style.name} dir="auto">
        {name}
      </span>
      <span class={style.size}>{fileSize(format.locale, size)}</span>
    </>
  );
  return address === null ? (
    <span class={style.card}>{card}</span>
  ) : (
    <a class={style.card} href={address} download={name} target="_blank" rel="noopener">
      {card}
    </a>
  );
}
