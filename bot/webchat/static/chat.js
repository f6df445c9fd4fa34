// The chat page: what the customer does, what the server tells, and what of it is on screen.
// The protocol is described in bot/webchat/__init__.py.

import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Log, ownId } from "./log.js";
import { newId, Unsent } from "./unsent.js";

const $ = (id) => document.getElementById(id);
const title = document.title;
const unsent = new Unsent();
/** Ids sent over the connection that is open now. */
const underWay = new Set();
/** Every line up to this `seq` is on screen, or will never come. */
let synced = 0;
let ready = false;
let resync;
let lateWait = 5_000;
let unread = 0;

const log = new Log({ scroll: $("scroll"), list: $("log"), pill: $("pill"), say, again, drop });
const composer = new Composer({
  form: $("composer"),
  field: $("text"),
  send: $("send"),
  count: $("count"),
  limit: Number($("chat").dataset.textLimit),
  onSend: (text) => say(text),
});
for (const item of unsent.items) {
  log.pend(item);
  log.fate(item.id, item.failed ? "failed" : "offline", item.failed ? "보내지 못했어요" : undefined);
}

const url = new URL("/chat/ws", location.href);
url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
const connection = new Connection(url, { open: hello, frame, lost, busy: () => underWay.size > 0 });

for (const chip of document.querySelectorAll("#greeting .chip")) {
  chip.addEventListener("click", (event) => say(chip.dataset.text, chip.dataset.tap, event));
}
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") count(0);
});
// iOS lays its keyboard over the page instead of making the page smaller.
visualViewport?.addEventListener("resize", fit);
visualViewport?.addEventListener("scroll", fit);

// Where focus opens no keyboard over the page, and no other site's page is around it.
if (matchMedia("(pointer: fine)").matches && window.top === window) composer.focus();

/** The customer says something: typed, or tapped (then `event` tells by what). */
function say(text, tap, event) {
  const item = { id: newId(), text, tap, at: new Date().toISOString() };
  unsent.add(item);
  greet();
  log.pend(item);
  deliver(item);
  // The tapped chip is gone; whoever used the keyboard goes on from the text field.
  if (event?.detail === 0) composer.focus();
}

function deliver({ id, text, tap }) {
  if (underWay.has(id)) return;
  // Not before the history is there: what waits from before the break goes first.
  if (ready && connection.send({ type: "message", id, text, tap })) underWay.add(id);
  log.fate(id, $("status").dataset.state === "offline" ? "offline" : "sending");
}

function again(id) {
  const { text, tap } = unsent.get(id);
  drop(id);
  const item = { id, text, tap, at: new Date().toISOString() };
  unsent.add(item);
  log.pend(item);
  deliver(item);
}

function drop(id) {
  unsent.done(id);
  underWay.delete(id);
  log.remove(id);
  greet();
}

function hello(patience) {
  connection.send({ type: "hello", after: synced }, patience);
}

function frame(told) {
  const handlers = { history, message, accepted, typing: () => log.typing(true), notice, error };
  handlers[told.type]?.(told);
}

function history({ messages }) {
  const first = synced === 0 && log.newest() === 0;
  const stale = messages.map((each) => take(each, { quiet: first })).includes("stale");
  if (stale) return startOver();
  synced = log.newest();
  ready = true;
  connection.settled();
  status("online", "연결됨");
  $("loading").hidden = true;
  greet();
  if (first) log.toBottom();
  // From here on a screen reader reads what is new, not the whole past.
  requestAnimationFrame(() => $("log").setAttribute("aria-live", "polite"));
  for (const item of unsent.items) if (!item.failed) deliver(item);
  return undefined;
}

function message(told) {
  if (take(told.message) === "stale") return startOver();
  const { seq } = told.message;
  if (seq === synced + 1) synced = seq;
  // Something between is missing: it is on its way, or it left while nobody listened.
  else if (seq > synced) later(300);
  return undefined;
}

function take(told, options) {
  const result = log.put(told, options);
  if (result === "stale") return result;
  if (told.event_id) confirmed(ownId(told));
  greet();
  if (result === "new" && told.author !== "customer" && !options?.quiet) count(unread + 1);
  return result;
}

function accepted({ id, seq }) {
  log.typing(false);
  log.confirm(id, seq);
  confirmed(id);
  if (seq === synced + 1) synced = seq;
}

function confirmed(id) {
  unsent.done(id);
  underWay.delete(id);
  lateWait = 5_000;
}

/** The answer takes longer. The same line again gets the same answer, and tells that it is stored. */
function notice({ id, text }) {
  log.typing(false);
  log.fate(id, "late", text);
  setTimeout(() => {
    underWay.delete(id);
    const item = unsent.get(id);
    if (item && connection.send({ type: "message", id, text: item.text, tap: item.tap })) {
      underWay.add(id);
    }
  }, lateWait);
  lateWait = Math.min(60_000, lateWait * 2);
}

function error({ id, text }) {
  log.typing(false);
  if (!id || !unsent.get(id)) return toast(text);
  unsent.fail(id);
  underWay.delete(id);
  return log.fate(id, "failed", text);
}

function lost() {
  clearTimeout(resync);
  ready = false;
  underWay.clear();
  log.typing(false);
  status("offline", "다시 연결하는 중…");
  for (const item of unsent.items) if (!item.failed) log.fate(item.id, "offline");
}

function later(wait) {
  clearTimeout(resync);
  resync = setTimeout(hello, wait);
}

/** The server knows another conversation (cookie gone, data erased): show that one. */
function startOver() {
  synced = 0;
  log.forget();
  hello();
}

function greet() {
  const loaded = $("loading").hidden;
  $("greeting").hidden = !(loaded && log.empty);
}

function status(state, words) {
  const line = $("status");
  if (line.dataset.state === state) return;
  line.dataset.state = state;
  line.textContent = words;
}

let toastTimer;
function toast(text) {
  clearTimeout(toastTimer);
  $("toast").textContent = text;
  $("toast").hidden = false;
  toastTimer = setTimeout(() => ($("toast").hidden = true), 6_000);
}

/** Tell in the tab's title what came while nobody looked. */
function count(number) {
  unread = document.visibilityState === "visible" ? 0 : number;
  document.title = unread ? `(${unread}) ${title}` : title;
}

function fit() {
  const { height, offsetTop, scale } = visualViewport;
  if (scale > 1.01) return;
  document.documentElement.style.setProperty("--height", `${height}px`);
  document.documentElement.style.setProperty("--top", `${offsetTop}px`);
}
