import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import style from "./Message.module.css";

interface Props {
  icon: LucideIcon;
  title: string;
  text?: string;
  tone?: "calm" | "bad";
  children?: ReactNode;
}

/** What stands in place of content: nothing here yet, no right to see it, something failed. */
export function Message({ icon: Icon, title, text, tone = "calm", children }: Props) {
  return (
    <div className={style.message} data-tone={tone} role={tone === "bad" ? "alert" : undefined}>
      <span className={style.icon}>
        <Icon size={22} strokeWidth={1.75} aria-hidden />
      </span>
      <p className={style.title}>{title}</p>
      {text !== undefined && <p className={style.text}>{text}</p>}
      {children !== undefined && <div className={style.actions}>{children}</div>}
    </div>
  );
}
