import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type Reply = { code: number; text: string } | null;
type Options = {
  /** What it answers to a message; null takes it. `count` counts all messages offered so far. */
  answer?: (count: number) => Reply | Promise<Reply>;
  /** What it answers to a recipient. */
  recipient?: (address: string) => Reply;
  /** Sign-ins that are let in; none are asked for otherwise. */
  password?: string;
};

export type MailServer = { url: string; taken: ParsedMail[]; raw: string[]; offered: () => number; close: () => Promise<void> };

/** A real SMTP server on a free port, which keeps what it took. */
export async function aMailServer({ answer = () => null, recipient = () => null, password }: Options = {}): Promise<MailServer> {
  const taken: ParsedMail[] = [];
  const raw: string[] = [];
  let count = 0;
  async function take(message: Buffer): Promise<Reply> {
    count += 1;
    const refusal = await answer(count);
    if (refusal) return refusal;
    raw.push(message.toString("utf8"));
    taken.push(await simpleParser(message));
    return null;
  }
  const server = new SMTPServer({
    disabledCommands: password ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    onAuth: ({ password: given }, _session, done) =>
      given === password ? done(null, { user: "tactful" }) : done(problem({ code: 535, text: "Wrong password" })),
    onRcptTo: ({ address }, _session, done) => done(problem(recipient(address))),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => done(problem(await take(Buffer.concat(chunks)))));
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const credentials = password ? "tactful:" + encodeURIComponent(password) + "@" : "";
  return {
    ...{ taken, raw, offered: () => count, url: `smtp://${credentials}127.0.0.1:${port}` },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const problem = (reply: Reply) => reply && Object.assign(new Error(reply.text), { responseCode: reply.code });

/** Points the application at a mail server, or at none. */
export function useMailServer(server: { url: string } | null): void {
  if (server) process.env.SMTP_URL = server.url;
  else delete process.env.SMTP_URL;
  process.env.SMTP_FROM = "hello@tactful.example";
}
