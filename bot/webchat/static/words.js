// Words on screen that are computed: times, days, and links inside a text.

const SEOUL = "Asia/Seoul";
const clockFormat = new Intl.DateTimeFormat("ko-KR", { timeZone: SEOUL, hour: "numeric", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat("ko-KR", { timeZone: SEOUL, dateStyle: "full" });

/** "오후 3:12" */
export const clock = (at) => clockFormat.format(new Date(at));

/** "2026년 11월 22일 일요일" */
export const day = (at) => dayFormat.format(new Date(at));

// ASCII only: in Korean a particle follows a link without a space ("…/track에서 확인해 주세요").
const LINK = /(?:https?:\/\/|www\.)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/gi;

/** The address if a customer may follow it, else null: no `javascript:`, no `data:`. */
export function webAddress(address) {
  try {
    const url = new URL(address, location.href);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** An image's address, or null. A `data:` image runs nothing inside <img>. */
export function imageAddress(address) {
  return /^data:image\//i.test(address) ? address : webAddress(address);
}

/** A link that opens beside the chat and tells the other page nothing about it. */
export function anchor(href, label) {
  const link = document.createElement("a");
  link.href = href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.append(label);
  return link;
}

/** The text as nodes, its web addresses as links. Never parsed as HTML. */
export function linked(text) {
  const nodes = document.createDocumentFragment();
  let done = 0;
  for (const found of text.matchAll(LINK)) {
    const shown = withoutTail(found[0]);
    const href = webAddress(/^www\./i.test(shown) ? `https://${shown}` : shown);
    if (!href) continue;
    nodes.append(together(text.slice(done, found.index)), anchor(href, shown));
    done = found.index + shown.length;
  }
  nodes.append(together(text.slice(done)));
  return nodes;
}

/** Browsers break a line behind a closing mark; a Korean particle belongs to it: (…)까지, ‘…’이라고. */
const together = (text) => text.replace(/([)\]’”」』])(?=[가-힣])/g, "$1\u2060");

/** What ends the sentence around an address is not part of it. */
function withoutTail(address) {
  let shown = address.replace(/[.,!?:;'*~]+$/, "");
  for (const [open, close] of ["()", "[]"]) {
    while (shown.endsWith(close) && shown.split(close).length > shown.split(open).length) {
      shown = shown.slice(0, -1).replace(/[.,!?:;'*~]+$/, "");
    }
  }
  return shown;
}
