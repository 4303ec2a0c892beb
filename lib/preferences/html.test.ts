import { expect, test } from "vitest";

import { html } from "#lib/preferences/html.ts";

test("text and attributes are escaped, markup and lists of it stand as they are, nothing is nothing", () => {
  const evil = `"><script>alert('x')</script>&`;
  expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
  );
  expect(html`<p>${[1, "<2>"].map((each) => html`<b>${each}</b>`)}${false}${null}${undefined}${""}</p>`.markup).toBe(
    "<p><b>1</b><b>&lt;2&gt;</b></p>",
  );
  expect(html`${0}`.markup).toBe("0");
});
