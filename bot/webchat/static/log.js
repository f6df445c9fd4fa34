// The conversation on screen: lines sorted by `seq`, what is not stored yet at the end.

import { bubble, button, element } from "./bubble.js";
import { clock, day } from "./words.js";

const NEAR_BOTTOM = 60;
const FATES = {
  sending: "보내는 중",
  offline: "연결되면 보낼게요",
  late: "",
};

export class Log {
  #scroll;
  #list;
  #pill;
  #say;
  #again;
  #drop;
  #lines = [];
  #days = new Map();
  #chips = element("li", "choices");
  #typing = typingDots();
  #typingTimer;
  #stuck = true;

  constructor({ scroll, list, pill, say, again, drop }) {
    this.#scroll = scroll;
    this.#list = list;
    this.#pill = pill;
    this.#say = say;
    this.#again = again;
    this.#drop = drop;
    scroll.addEventListener("scroll", () => this.#look(), { passive: true });
    pill.addEventListener("click", () => this.toBottom());
    // Pictures that load, a keyboard that opens: who read the newest line still reads it.
    const follow = new ResizeObserver(() => this.#stuck && this.toBottom());
    follow.observe(scroll);
    follow.observe(list);
  }

  get empty() {
    return this.#lines.length === 0;
  }

  /** The highest `seq` on screen, 0 when nothing is. */
  newest() {
    return Math.max(0, ...this.#stored().map((line) => line.seq));
  }

  /** Put in what the server told. Returns "new", "known", or "stale" when it contradicts the page. */
  put(message, { quiet = false } = {}) {
    const id = ownId(message);
    const there = this.#lines.find((line) => line.seq === message.seq);
    if (there) {
      if (!same(there, message)) return "stale";
      this.#settle(there, message);
      return "known";
    }
    const pending = id && this.#lines.find((line) => line.id === id && line.seq === undefined);
    if (pending) {
      this.#settle(pending, message);
      this.confirm(id, message.seq);
      return "known";
    }
    const first = this.#stored()[0];
    if (first && message.seq < first.seq) return "stale";
    this.#add({ ...message, id });
    if (!quiet) this.#arrived(message);
    return "new";
  }

  /** Show a line of the customer before the server has it. */
  pend({ id, text, at }) {
    this.#add({ id, text, at, author: "customer" });
    this.toBottom();
  }

  confirm(id, seq) {
    const line = this.#lines.find((each) => each.id === id && each.seq === undefined);
    if (!line || this.#lines.some((each) => each.seq === seq)) return;
    line.seq = seq;
    this.fate(id, "");
    this.arrange();
  }

  /** What became of an unconfirmed line: sending, offline, late, failed, or "" when all is well. */
  fate(id, fate, words = FATES[fate]) {
    const line = this.#lines.find((each) => each.id === id);
    if (!line) return;
    line.fate = fate;
    line.item.dataset.fate = fate;
    const content = fate && words ? [element("span", "fate-words", words)] : [];
    if (fate === "failed") {
      content.push(
        button("again", "다시 보내기", () => this.#again(id)),
        button("drop", "지우기", () => this.#drop(id)),
      );
    }
    line.item.querySelector(".fate").replaceChildren(...content);
    this.#group();
  }

  remove(id) {
    const line = this.#lines.find((each) => each.id === id);
    if (!line) return;
    this.#lines.splice(this.#lines.indexOf(line), 1);
    line.item.remove();
    this.arrange();
  }

  /** Forget what the server told; lines that it does not have stay. */
  forget() {
    for (const line of this.#stored()) line.item.remove();
    this.#lines = this.#lines.filter((line) => line.seq === undefined);
    this.arrange();
  }

  typing(on) {
    clearTimeout(this.#typingTimer);
    if (on) this.#typingTimer = setTimeout(() => this.typing(false), 15_000);
    if (on === this.#typing.isConnected) return;
    if (!on) return this.#typing.remove();
    this.#list.append(this.#typing);
    if (this.#stuck) this.toBottom();
  }

  toBottom() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#look();
  }

  /** Bring the list on screen into the order of the lines, with a separator before every new day. */
  arrange() {
    this.#lines.sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || 0);
    const wanted = [];
    let today;
    for (const line of this.#lines) {
      const date = day(line.at);
      if (date !== today) wanted.push(this.#separator(date));
      today = date;
      wanted.push(line.item);
    }
    const choices = this.#choices();
    if (choices) wanted.push(choices);
    if (this.#typing.isConnected) wanted.push(this.#typing);
    place(this.#list, wanted);
    this.#group();
  }

  #add(line) {
    line.item = bubble(line, this.#say);
    this.#lines.push(line);
    this.arrange();
  }

  #stored() {
    return this.#lines.filter((line) => line.seq !== undefined);
  }

  /** The time, and the words where a number that nobody needs was hidden, are the server's. */
  #settle(line, { at, text }) {
    line.at = at;
    const time = line.item.querySelector("time");
    time.dateTime = at;
    time.textContent = clock(at);
    if (!text || text === line.text) return;
    line.text = text;
    line.item.querySelector(".text").textContent = text;
  }

  #arrived(message) {
    if (message.author === "customer") return;
    this.typing(false);
    if (this.#stuck) this.#reveal(message.seq);
    else this.#pill.hidden = false;
  }

  /** Scroll down, but not past the beginning of the answer that just came. */
  #reveal(seq) {
    const { item } = this.#lines.find((line) => line.seq === seq);
    const top = item.getBoundingClientRect().top - this.#scroll.getBoundingClientRect().top;
    const start = this.#scroll.scrollTop + top - 12;
    this.#scroll.scrollTop = Math.min(this.#scroll.scrollHeight, start);
    this.#look();
  }

  #look() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroll;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
    if (this.#stuck) this.#pill.hidden = true;
  }

  /** Lines of one author within a minute are one group: one name, one time. */
  #group() {
    this.#lines.forEach((line, index) => {
      const { item } = line;
      item.classList.toggle("first", !together(this.#lines[index - 1], line));
      item.classList.toggle("last", !together(line, this.#lines[index + 1]));
    });
  }

  #separator(date) {
    if (!this.#days.has(date)) this.#days.set(date, element("li", "day", element("span", "", date)));
    return this.#days.get(date);
  }

  /** Quick replies belong to the newest line only: what was asked before is settled. */
  #choices() {
    const last = this.#lines.at(-1);
    if (last?.author === "customer" || !last?.choices?.length) return null;
    if (this.#chips.dataset.seq !== String(last.seq)) {
      this.#chips.dataset.seq = last.seq;
      const chips = last.choices.map(({ label, text, value }) =>
        button("chip", label, (event) => this.#say(text, value, event)),
      );
      this.#chips.replaceChildren(element("div", "chips", ...chips));
      this.#chips.firstChild.setAttribute("role", "group");
      this.#chips.firstChild.setAttribute("aria-label", "빠른 답장");
    }
    return this.#chips;
  }
}

/** The id that the customer's page gave to this line. */
export const ownId = ({ event_id: id }) => id?.replace(/^web:/, "");

function same(line, message) {
  if (line.author !== message.author) return false;
  return message.author === "customer" ? line.id === ownId(message) : line.at === message.at;
}

function together(a, b) {
  if (!a || !b || a.author !== b.author || a.fate) return false;
  return clock(a.at) === clock(b.at) && day(a.at) === day(b.at);
}

/** Make `wanted` the children of `list`, moving only what is out of place (a move repeats animations). */
function place(list, wanted) {
  const keep = new Set(wanted);
  for (const child of [...list.children]) if (!keep.has(child)) child.remove();
  let next = list.firstChild;
  for (const child of wanted) {
    if (child === next) next = next.nextSibling;
    else list.insertBefore(child, next);
  }
}

function typingDots() {
  const dots = element("div", "bubble dots", element("i"), element("i"), element("i"));
  dots.setAttribute("aria-hidden", "true");
  const words = element("span", "unseen", "답변을 준비하고 있어요");
  return element("li", "line bot first last typing", element("div", "row", dots, words));
}
