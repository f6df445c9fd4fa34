// The text field: grows with its text, sends with Enter, leaves Hangul that is being composed alone.

import { memory } from "./unsent.js";

const DRAFT = "dangol.draft";
const COUNT_FROM = 0.9;

export class Composer {
  #form;
  #field;
  #send;
  #count;
  #limit;
  #composing = false;

  constructor({ form, field, send, count, limit, onSend }) {
    this.#form = form;
    this.#field = field;
    this.#send = send;
    this.#count = count;
    this.#limit = limit;
    field.value = memory.read(DRAFT) ?? field.value;
    field.addEventListener("input", () => this.#changed());
    field.addEventListener("keydown", (event) => this.#key(event));
    field.addEventListener("compositionstart", () => (this.#composing = true));
    field.addEventListener("compositionend", () => (this.#composing = false));
    // Keep the phone's keyboard open; but a syllable in the making is finished by losing the focus.
    send.addEventListener("pointerdown", (event) => this.#composing || event.preventDefault());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(onSend);
    });
    addEventListener("resize", () => this.#grow());
    this.#changed();
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  #key(event) {
    // 229: Safari ends the composition before it reports the Enter that ended it.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#form.requestSubmit();
  }

  #submit(onSend) {
    const text = this.#field.value.replaceAll("\0", "").trim();
    if (this.#send.disabled || !text) return;
    this.#field.value = "";
    this.#changed();
    this.focus();
    onSend(text);
  }

  #changed() {
    const { value } = this.#field;
    // The server counts characters, not UTF-16 halves of them.
    const length = value.length > this.#limit / 2 ? [...value.trim()].length : value.trim().length;
    const over = length > this.#limit;
    this.#send.disabled = length === 0 || over;
    this.#count.hidden = length < this.#limit * COUNT_FROM;
    this.#count.classList.toggle("over", over);
    const total = `${length.toLocaleString("ko-KR")} / ${this.#limit.toLocaleString("ko-KR")}자`;
    this.#count.textContent = over ? `${total} · 나눠서 보내 주세요` : total;
    memory.write(DRAFT, value);
    this.#grow();
  }

  #grow() {
    this.#field.style.height = "auto";
    const border = this.#field.offsetHeight - this.#field.clientHeight;
    this.#field.style.height = `${this.#field.scrollHeight + border}px`;
  }
}
