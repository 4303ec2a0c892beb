import { describe, expect, test } from "vitest";

import { foldForSearch, searchPatterns, searchWords } from "#lib/prospects/search-text.ts";

describe("foldForSearch", () => {
  test.each([
    ["Ana Carvalho Montenegro e Sá", "ana carvalho montenegro e sa"],
    ["ŁUKASZ  Żółć", "lukasz zolc"],
    ["Hallgrímur Steinþórsson", "hallgrimur steinthorsson"],
    ["Großmann", "grossmann"],
    ["Ｆｕｌｌ　ｗｉｄｔｈ", "full width"],
    ["İstanbul ıssız", "istanbul issiz"],
    ["Nguyễn\u0000 Thị", "nguyen thi"],
    ["Đặng", "dang"],
  ])("%s", (typed, folded) => expect(foldForSearch(typed)).toBe(folded));

  test("joins what is there with single spaces", () => {
    expect(foldForSearch("Ana ", null, undefined, "", " Vilar & Filhos", "ana@vilar.example")).toBe("ana vilar & filhos ana@vilar.example");
  });

  test("folding twice changes nothing", () => {
    for (const text of ["Ǆ ŉ ﬁ Ⅷ", "ßẞ", "K", "\ud800 lone"]) expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
  });
});

test("a query is its distinct words, longest first", () => {
  expect(searchWords(" Sá  montenegro sa ")).toEqual(["montenegro", "sa"]);
  expect(searchWords("a b c d e f g h")).toHaveLength(6);
  expect(searchWords(null)).toEqual([]);
});

test("a pattern takes what was typed literally", () => {
  expect(searchPatterns("100%_a\\")).toEqual(["%100\\%\\_a\\\\%"]);
  expect(searchPatterns("li")).toEqual(["li%", "% li%"]);
});
