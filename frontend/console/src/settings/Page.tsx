import type { ReactNode } from "react";
import style from "./Settings.module.css";

interface Props {
  title: string;
  lead?: string;
  /** Beside the title. */
  action?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A page of the settings: its name, what it is for, and the thing itself. */
export function Page({ title, lead, action, wide = false, children }: Props) {
  return (
    <div className={style.page} data-wide={wide || undefined}>
      <div className={style.head}>
        <h2 className={style.title}>{title}</h2>
        {action}
      </div>
      {lead !== undefined && <p className={style.lead}>{lead}</p>}
      {children}
    </div>
  );
}

/** A part of a page with a name of its own. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={style.block}>
      <h3 className={style.blockTitle}>{title}</h3>
      {children}
    </section>
  );
}
