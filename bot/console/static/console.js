// What the pages do beyond links and forms: the reply box, the conversation's scroll, the live connection.
// Without this file everything still works, by reloading.

const $ = (id) => document.getElementById(id);
const NETWORK = "연결되지 않아 처리하지 못했어요. 쓴 글은 그대로 있어요.";
const TROUBLE = "서버에 문제가 있어 처리하지 못했어요. 잠시 뒤에 다시 해 주세요.";

// ---- Live parts ---------------------------------------------------------------------------------

// A refresh that was asked for before a form was sent must not draw over the form's answer.
let writes = 0;
let etag = "";
let focused = "";
let acted = false;

const isLive = (ctx) => ctx?.sourceElement?.id === "live";
// Of a form that its answer took away htmx forgets that it was the source: it is marked.
const isForm = (ctx) => ctx?.isForm ?? ctx?.sourceElement?.tagName === "FORM";

document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
  if (isForm(ctx)) {
    ctx.isForm = true;
    writes += 1;
    refuse("", ctx);
  } else if (isLive(ctx)) {
    ctx.writes = writes;
    if (etag) ctx.request.headers["If-None-Match"] = etag;
  }
});

document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
  if (isForm(ctx)) writes += 1;
});

document.addEventListener("htmx:before:swap", (event) => {
  const { ctx } = event.detail;
  if (isLive(ctx) && ctx.writes !== writes) {
    event.preventDefault();
    if (ctx.response.status === 200) htmx.trigger(document, "news");
    return;
  }
  focused = document.activeElement?.id ?? "";
  acted = Boolean(ctx.sourceElement?.id.startsWith("act-"));
  keepPlace(ctx);
});

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  const { response } = ctx;
  if (response?.status === 200) etag = response.headers.get("ETag") ?? "";
  // A row that moves up loses the focus in browsers without Element.moveBefore.
  if (focused && document.activeElement === document.body) $(focused)?.focus({ preventScroll: true });
  // A button that did its work is gone: what follows is read from the ticket on, and a second Enter
  // must not undo the first.
  if (acted && document.activeElement === document.body) $("ticket")?.focus({ preventScroll: true });
  acted = false;
  if (ctx.sourceElement?.id === "reply" && response?.status === 200) accepted(ctx);
  findPlace();
  showState();
  keepAddress();
});

document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
  if (isForm(ctx) && ctx.response.status >= 500) refuse(TROUBLE, ctx);
});

document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
  if (isForm(ctx)) refuse(NETWORK, ctx);
});

// A double click on "resolve" would hit the "reopen" that takes its place.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("#actions button")) event.preventDefault();
}, true);

// A list that has grown is found again as it was by whoever goes back to it.
function keepAddress() {
  const live = $("live");
  if (live?.classList.contains("list")) history.replaceState(history.state, "", live.getAttribute("hx-get"));
}

// Beside the form that was sent; forms without a place of their own share the page's.
function refuse(text, ctx) {
  const place = ctx.sourceElement.querySelector(".refusal") ?? $("refusal");
  if (!place) return;
  const line = document.createElement("p");
  line.textContent = text;
  place.replaceChildren(...(text ? [line] : []));
}

// ---- The account's menu -------------------------------------------------------------------------

const account = $("account");
document.addEventListener("click", ({ target }) => { if (!account?.contains(target)) account?.removeAttribute("open"); });
account?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !account.open) return;
  account.open = false;
  account.querySelector("summary").focus();
});

// ---- The connection -----------------------------------------------------------------------------

const RETRY = 2_000;
const SILENCE = 40_000; // the server says something every 15 s
const events = $("events");
let connection = null;
let heard = Date.now();
let leaving = false;

const lost = () => { if (!leaving) $("lost").hidden = false; };
const found = () => { heard = Date.now(); $("lost").hidden = true; };
const again = () => { heard = Date.now(); connection?.reader?.cancel(); };

function reconnect() {
  if (leaving) return;
  lost();
  setTimeout(() => { if (!connection) events.dispatchEvent(new Event("reconnect")); }, RETRY);
}

if (events) {
  events.addEventListener("htmx:sse:after:connection", ({ detail }) => {
    connection = detail.connection;
    found();
  });
  events.addEventListener("htmx:sse:before:message", found);
  events.addEventListener("htmx:sse:error", ({ detail }) => {
    // Whoever is logged out, or must choose a password, is told so by the page itself.
    if (detail.status === 401 || detail.status === 403) location.reload();
    lost();
  });
  events.addEventListener("htmx:sse:close", () => {
    connection = null;
    reconnect();
  });
  events.addEventListener("htmx:finally:request", () => { if (!connection) reconnect(); });
  if (!navigator.onLine) lost();
  addEventListener("offline", lost);
  addEventListener("online", again);
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });
  document.addEventListener("visibilitychange", () => { heard = Date.now(); });
  setInterval(() => {
    if (document.hidden || !connection || Date.now() - heard < SILENCE) return;
    lost();
    again();
  }, 5_000);
}

// ---- The conversation's place -------------------------------------------------------------------

const thread = $("thread");
let stuck = true;
let last = lastLine();
let fromBottom = null;

const toBottom = () => { thread.scrollTop = thread.scrollHeight; };

function lastLine() {
  return $("last")?.previousElementSibling?.id ?? "";
}

function keepPlace(ctx) {
  const earlier = ctx.sourceElement?.closest?.("#earlier");
  fromBottom = thread && earlier ? thread.scrollHeight - thread.scrollTop : null;
}

function findPlace() {
  if (!thread) return;
  if (fromBottom !== null) {
    stuck = false;
    thread.scrollTop = thread.scrollHeight - fromBottom;
  } else if (stuck) {
    toBottom();
  } else if (lastLine() !== last) {
    $("newer").hidden = false;
  }
  last = lastLine();
}

if (thread) {
  // Pictures that arrive, a phone's keyboard, a growing reply box: the last line stays in sight.
  // They scroll as well, and that must not pass for the operator's own scrolling.
  let size = "";
  const resized = () => {
    const before = size;
    size = `${thread.clientHeight} ${thread.scrollHeight}`;
    if (size !== before && stuck) toBottom();
    return size !== before;
  };
  thread.addEventListener("scroll", () => {
    if (resized()) return;
    stuck = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 48;
    if (stuck) $("newer").hidden = true;
  }, { passive: true });
  const watch = new ResizeObserver(resized);
  watch.observe(thread);
  watch.observe($("lines"));
  $("newer").addEventListener("click", toBottom);
}

// What unfolds at the header's lower edge would open out of sight.
$("head")?.addEventListener("toggle", ({ target }) => {
  if (target.open) target.scrollIntoView({ block: "nearest" });
}, true);

// ---- The reply box ------------------------------------------------------------------------------

const ticket = $("ticket");
const text = $("text");
const form = $("reply");
const draftKey = ticket && `dangol:draft:${ticket.dataset.operator}:${ticket.dataset.ticket}`;
// Whether the text was sent with this nonce and no answer came: it may have arrived.
let tried = false;
let sendAfterComposition = false;

function store() {
  try {
    const draft = { text: text.value, nonce: form.elements.nonce.value, tried };
    if (text.value) localStorage.setItem(draftKey, JSON.stringify(draft));
    else localStorage.removeItem(draftKey);
  } catch {
    // A browser that keeps nothing: the text is still in the box.
  }
}

function restore() {
  try {
    const draft = JSON.parse(localStorage.getItem(draftKey) ?? "null");
    if (!draft?.text || text.value) return;
    text.value = draft.text;
    form.elements.nonce.value = draft.nonce || newNonce();
    tried = Boolean(draft.tried);
  } catch {
    // As above.
  }
}

function newNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")).join("");
}

function accepted(ctx) {
  const sent = ctx.request.body?.get?.("text")?.replaceAll("\r\n", "\n") ?? "";
  // What was typed while the answer was on its way stays.
  text.value = text.value.startsWith(sent) ? text.value.slice(sent.length).trimStart() : text.value;
  form.elements.nonce.value = newNonce();
  form.elements.more.checked = false;
  tried = false;
  stuck = true;
  store();
  showCount();
}

function showCount() {
  const count = $("count");
  const length = text.value.length;
  count.firstElementChild.textContent = length.toLocaleString("ko");
  count.classList.toggle("near", length >= text.maxLength * 0.9);
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight + 2, innerHeight * 0.35)}px`;
}

function showState() {
  if (form) $("fields").disabled = ticket.dataset.closed === "yes";
}

function submit() {
  if (!$("fields").disabled && text.value.trim()) form.requestSubmit();
}

if (form) {
  restore();
  showCount();
  text.addEventListener("input", () => {
    // Another text is another message, even if the first one did arrive.
    if (tried) [form.elements.nonce.value, tried] = [newNonce(), false];
    store();
    showCount();
  });
  text.addEventListener("keydown", (event) => {
    sendAfterComposition = false;
    // While a syllable is composed the key is called "Process", but its place stays.
    const enter = event.key === "Enter" || event.code === "Enter";
    if (!enter || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // Sending now would cut the last syllable off or leave it behind.
    if (event.isComposing) sendAfterComposition = true;
    else submit();
  });
  text.addEventListener("compositionend", () => {
    if (!sendAfterComposition) return;
    sendAfterComposition = false;
    setTimeout(submit);
  });
  form.addEventListener("submit", () => {
    tried = true;
    store();
  });
  if (/Mac|iP(hone|ad)/.test(navigator.platform)) form.querySelector("kbd").textContent = "⌘+Enter";
  if (matchMedia("(pointer: fine)").matches) text.focus({ preventScroll: true });
}

// ---- Finding a ticket -----------------------------------------------------------------------------

document.addEventListener("keydown", (event) => {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (event.key !== "/" || !plain || event.target.closest("input, textarea, select")) return;
  const find = $("q");
  if (!find?.checkVisibility()) return;
  event.preventDefault();
  find.focus();
  find.select();
});

// ---- The list beside a ticket -------------------------------------------------------------------

const queue = $("queue");
if (queue) {
  const scrollKey = "dangol:queue";
  try {
    queue.scrollTop = Number(sessionStorage.getItem(scrollKey) ?? 0);
    addEventListener("pagehide", () => sessionStorage.setItem(scrollKey, String(queue.scrollTop)));
  } catch {
    // As above.
  }
  queue.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
}
