import { invalid, ok, type Outcome } from "#lib/outcome.ts";

export type Encoding = "UTF-8" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";
export type Decoded = { text: string; encoding: Encoding };

/** Largest file that is read, in bytes. */
export const fileLimit = 50_000_000;

const asCsv = "Open it in your spreadsheet, save the sheet as CSV and upload that.";

/** First bytes of what people upload by mistake. */
const signatures: [bytes: number[], sentence: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], `This is a zip archive or an Excel workbook, not a CSV file. ${asCsv}`],
  [[0x50, 0x4b, 0x05, 0x06], "This is an empty zip archive, not a CSV file."],
  [[0xd0, 0xcf, 0x11, 0xe0], `This is an old Excel workbook, not a CSV file. ${asCsv}`],
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF, not a CSV file. Export the list from where it came from as CSV."],
  [[0x1f, 0x8b], "This file is compressed. Unpack it and upload the CSV inside."],
  [[0x89, 0x50, 0x4e, 0x47], "This is a picture, not a CSV file."],
  [[0xff, 0xd8, 0xff], "This is a picture, not a CSV file."],
  [[0x47, 0x49, 0x46, 0x38], "This is a picture, not a CSV file."],
];

/** The text of an uploaded file, its encoding told from the bytes; or a sentence saying what the file is instead. */
export function decodeText(bytes: Uint8Array): Outcome<Decoded> {
  if (bytes.length > fileLimit) return refuse("The file is larger than 50 MB. Split it and import the parts one after the other.");
  const known = signatures.find(([start]) => start.every((byte, index) => bytes[index] === byte));
  if (known) return refuse(known[1]);

  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const sentence = notATable(decoded.value.text);
  return sentence ? refuse(sentence) : decoded;
}

function decode(bytes: Uint8Array): Outcome<Decoded> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "UTF-16 LE");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "UTF-16 BE");
  const start = bytes.subarray(0, 4096);
  if (start.includes(0)) {
    const encoding = guessUtf16(start);
    return encoding ? utf16(bytes, encoding) : refuse("The file holds binary data, not text. Export the list as CSV and upload that.");
  }
  try {
    return ok({ text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" });
  } catch {
    return western(bytes);
  }
}

/** Text in UTF-16 without a mark: every second byte of mostly western text is zero. */
function guessUtf16(start: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const half = start.length / 2;
  if (zeros[1]! > half * 0.6 && zeros[0]! < half * 0.1) return "UTF-16 LE";
  if (zeros[0]! > half * 0.6 && zeros[1]! < half * 0.1) return "UTF-16 BE";
  return null;
}

function utf16(bytes: Uint8Array, encoding: Encoding): Outcome<Decoded> {
  const text = new TextDecoder(encoding === "UTF-16 LE" ? "utf-16le" : "utf-16be").decode(bytes);
  return ok({ text, encoding });
}

/** In western text accents stand alone among plain letters. Where they come in runs it is another alphabet, and reading it would garble names. */
function western(bytes: Uint8Array): Outcome<Decoded> {
  let high = 0;
  let paired = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index]! < 0x80) continue;
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(bytes[index]!)) return refuse(unreadable);
    high += 1;
    if (bytes[index - 1]! >= 0x80 || bytes[index + 1]! >= 0x80) paired += 1;
  }
  if (paired > high / 2 && high > 4) return refuse(unreadable);
  return ok({ text: fromWindows1252(bytes), encoding: "Windows-1252" });
}

/** 0x80 to 0x9f, where Windows-1252 differs from Latin-1. Node 20 reads these as Latin-1 whatever it is asked for: a euro would be lost. */
const extra = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const fromWindows1252 = (bytes: Uint8Array) =>
  new TextDecoder("latin1").decode(bytes).replace(/[\u0080-\u009f]/g, (char) => extra[char.charCodeAt(0) - 0x80]!);

const unreadable = "The letters in this file cannot be read for certain. Save it as “CSV UTF-8” and upload that.";

function notATable(text: string): string | null {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start === "") return "The file is empty.";
  if (text.includes("\0")) return "The file holds binary data (NUL characters), not text. Export the list as CSV and upload that.";
  if (/^(<!doctype|<html|<\?xml|<table|<head|<script)/.test(start)) {
    return "This is a web page, not a CSV file. It may be a sign-in page saved in place of the export; export the list again.";
  }
  if (/^(\{\s*"|\[\s*[{[])/.test(start)) return "This is JSON, not a CSV file. Export the list as CSV and upload that.";
  if (start.startsWith("begin:vcard")) return "This is a vCard file, not a CSV file. Export the address book as CSV and upload that.";
  const sample = text.slice(0, 20_000);
  // eslint-disable-next-line no-control-regex
  const control = sample.match(/[\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return control > sample.length / 100 ? "The file holds binary data, not text. Export the list as CSV and upload that." : null;
}

const refuse = (sentence: string) => invalid("file", sentence);
