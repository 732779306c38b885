import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** What came for somebody. */
export interface TakenLetter {
  readonly from: string;
  readonly to: string;
  /** All of it, as it was handed over. */
  readonly source: string;
}

/** A mail server of the test: takes letters for everybody but `nobody`, from whoever knows the password. */
export class MailServer {
  static readonly user = "support@example.test";
  static readonly password = "a password of the mailbox";
  static readonly nobody = "nobody@example.test";

  private constructor(
    private readonly server: SMTPServer,
    readonly letters: readonly TakenLetter[],
    /** To whom it refused to take letters, time after time. */
    readonly refused: readonly string[],
  ) {}

  static async start(): Promise<MailServer> {
    const letters: TakenLetter[] = [];
    const refused: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ["STARTTLS"],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        username === MailServer.user && password === MailServer.password
          ? done(null, { user: username })
          : done(refusal(535, "5.7.8 Wrong name or password")),
      onRcptTo: ({ address }, _, done) => {
        if (address !== MailServer.nobody) return done();
        refused.push(address);
        done(refusal(550, "5.1.1 No such mailbox"));
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const source = Buffer.concat(parts).toString("utf8");
          const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
          for (const { address } of envelope.rcptTo) letters.push({ from, to: address, source });
          done();
        });
      },
    });
    server.on("error", () => {
      // Whoever hangs up in the middle is no concern of a test.
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return new MailServer(server, letters, refused);
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((stopped) => this.server.close(() => stopped()));
  }
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
