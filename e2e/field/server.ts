import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const opened = /Beseda is open: (\S+)\s/;

/** What somebody signs in with. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

export const administrator: Account = { email: "admin@example.test", password: "correct horse battery staple" };

/** Settings as environment variables; an undefined one is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Who is there first in a filled demo; the password of all its people is known to everybody. */
export const demoAdministrator: Account = { email: "admin@example.test", password: "tri-lopaty-i-leyka" };

/** The real server as a process of its own, on any free port, with a data folder that goes with it. */
export class Server {
  private constructor(
    private readonly folder: string,
    private readonly environment: Environment,
    private child: ChildProcess,
    /** What it printed to be opened: its address, with the set-up code while nobody runs it. */
    private opened: URL,
  ) {}

  /** Where it answers, without a slash at its end. */
  get address(): string {
    return this.opened.origin;
  }

  /** The address with the set-up code, as it was printed. */
  get printed(): string {
    return this.opened.href;
  }

  /** Starts one with an administrator and the demo shop; `environment` adds, replaces or takes away settings. */
  static async start(environment: Environment = {}): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), "beseda-e2e-"));
    const settings = {
      BESEDA_DATA: folder,
      BESEDA_PORT: String(await freePort()),
      BESEDA_HOST: "127.0.0.1",
      BESEDA_DEMO: "shop",
      BESEDA_ADMIN_EMAIL: administrator.email,
      BESEDA_ADMIN_PASSWORD: administrator.password,
      ...environment,
    };
    const { child, printed } = await launch(settings);
    return new Server(folder, settings, child, printed);
  }

  /** Kills the process without a word, as a power cut of the process would. */
  async kill(): Promise<void> {
    await ended(this.child, "SIGKILL");
  }

  /** Starts it again on the same data and the same port. */
  async startAgain(): Promise<void> {
    const port = new URL(this.address).port;
    ({ child: this.child, printed: this.opened } = await launch({ ...this.environment, BESEDA_PORT: port }));
  }

  async stop(): Promise<void> {
    await ended(this.child, "SIGTERM");
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The server is told a port, because the first site's address is made of it. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((closed) => probe.close(() => closed()));
  return port;
}

async function launch(settings: Environment): Promise<{ child: ChildProcess; printed: URL }> {
  const java = process.env.JAVA_HOME === undefined ? "java" : join(process.env.JAVA_HOME, "bin", "java");
  const child = spawn(
    java,
    [
      "-XX:+UseSerialGC",
      // A minute's life is too short for the second compiler to pay.
      "-XX:TieredStopAtLevel=1",
      "-XX:+UseCompactObjectHeaders",
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow",
      "-cp",
      "server/target/classes:server/target/lib/*",
      "chat.beseda.app.Main",
    ],
    { cwd: root, env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const printed = opened.exec(said)?.[1];
      if (printed !== undefined) resolve({ child, printed: new URL(printed) });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`the server ended with code ${code}:\n${said}`)));
  });
}

async function ended(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
